import { createPublicKey, verify } from "node:crypto";
import { HTTP } from "cloudevents";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { sign, signedAtSeconds } from "#lib/crypto/webhook-signature.ts";
import { makeKey, presentSecret, publicPartOf, withNewSecret } from "#lib/features/destinations/secrets.ts";
import { eventId } from "#lib/features/events/ids.ts";
import type { OutboundCall } from "#lib/platform/outbound/exchange.ts";
import { aDestination, anEvent, KEY } from "#tests/support/forwarded.ts";
import type { ForwardedEvent } from "./event.ts";
import { makeRequest } from "./request.ts";
import { signatureHeaders } from "./signature.ts";

const now = new Date();
const OPTIONS = { attempt: 1, now };
const textOf = ({ body }: OutboundCall) => Buffer.from(body).toString();
const verified = (call: OutboundCall, secret = KEY): unknown =>
  new Webhook(secret).verify(textOf(call), { ...call.headers });

const ORDER = {
  id: 1023,
  status: "Shipped",
  billing_address: { first_name: "Ana", city: "Graz" },
  products: [{ id: 3, name: "Mug", recipient_email: "ana@example.com" }],
};
const READ: Partial<ForwardedEvent> = {
  facts: {
    thing: ORDER,
    changes: [
      { field: "status", before: "Pending", after: "Shipped" },
      { field: "billing_address.city", before: "Wien", after: "Graz" },
    ],
    changesState: "changed",
  },
};

describe("the payload", () => {
  test("as received has every byte, whatever they are, and is verified by the reference library", async () => {
    for (const body of [`{"a":1.0,"id":12345678901234567890}`, "", `{ "ü": "\\u00fc" }\n`]) {
      const call = await makeRequest(aDestination(), anEvent({ body: Buffer.from(body) }), OPTIONS);
      expect(textOf(call)).toBe(body);
      if (body !== "") verified(call);
    }
    const bytes = Buffer.from([0xff, 0x00, 0xfe]);
    expect((await makeRequest(aDestination(), anEvent({ body: bytes }), OPTIONS)).body).toEqual(bytes);
  });

  test("in full has what was read, without people", async () => {
    const call = await makeRequest(aDestination({ settings: { payload: "full" } }), anEvent(READ), OPTIONS);
    expect(verified(call)).toEqual({
      type: "store/order/statusUpdated",
      timestamp: "2026-11-30T12:00:00.000Z",
      data: {
        payload: JSON.parse(Buffer.from(anEvent().body).toString()) as unknown,
        thing: { id: 1023, status: "Shipped", products: [{ id: 3, name: "Mug" }] },
        changes: [{ field: "status", before: "Pending", after: "Shipped" }],
        changesState: "changed",
        arrivals: 2,
      },
    });
  });

  test("in full has people where the owner allows that", async () => {
    const settings = { payload: "full", sendsPersonal: true } as const;
    const call = await makeRequest(aDestination({ settings }), anEvent(READ), OPTIONS);
    expect(JSON.parse(textOf(call))).toMatchObject({ data: { thing: ORDER, changes: READ.facts?.changes } });
  });

  test("in full rounds no number, and stands without a reading or a body that is JSON", async () => {
    const full = aDestination({ settings: { payload: "full" } });
    const long = anEvent({ body: Buffer.from(`{"data":{"id":12345678901234567890}}`) });
    expect(textOf(await makeRequest(full, long, OPTIONS))).toContain(`{"id":12345678901234567890}`);
    const call = await makeRequest(full, anEvent({ body: Buffer.from("no JSON") }), OPTIONS);
    const data = { payload: null, thing: null, changes: [], changesState: null };
    expect(JSON.parse(textOf(call))).toMatchObject({ data });
  });

  test("is a CloudEvent that the reference library reads, and that keeps bytes that are no JSON", async () => {
    const destination = aDestination({ settings: { payload: "cloudevents" } });
    const call = await makeRequest(destination, anEvent(), OPTIONS);
    expect(call.headers["content-type"]).toBe("application/cloudevents+json");
    const read = HTTP.toEvent<unknown>({ headers: { ...call.headers }, body: textOf(call) });
    expect(read).toMatchObject({
      id: eventId(anEvent()),
      source: "https://api.bigcommerce.com/stores/abc123",
      type: "store/order/statusUpdated",
      subject: "order/1023",
      time: "2026-11-30T12:00:00.000Z",
      specversion: "1.0",
      data: JSON.parse(Buffer.from(anEvent().body).toString()) as unknown,
    });
    const odd = anEvent({ body: Buffer.from([0xff, 0x00]), resourceType: null });
    const made = await makeRequest(destination, odd, OPTIONS);
    const binary = HTTP.toEvent<unknown>({ headers: { ...made.headers }, body: textOf(made) });
    expect(binary).toMatchObject({ data_base64: Buffer.from([0xff, 0x00]).toString("base64") });
    expect(binary).toMatchObject({ subject: undefined });
  });
});

describe("headers", () => {
  test("say what comes, for whom, and which attempt it is", async () => {
    const later = new Date(anEvent().firstArrivedAt.getTime() + 1_234);
    const options = { attempt: 3, now: later, skipped: 4, isReplay: true, isTest: true };
    const { headers } = await makeRequest(aDestination(), anEvent(), options);
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "x-webhook-keeper-event-type": "store/order/statusUpdated",
      "x-webhook-keeper-store": "abc123",
      "x-webhook-keeper-attempt": "3",
      "x-webhook-keeper-arrivals": "2",
      "x-webhook-keeper-lag-ms": "1234",
      "x-webhook-keeper-skipped": "4",
      "x-webhook-keeper-replay": "true",
      "x-webhook-keeper-test": "true",
    });
    expect(headers["user-agent"]).toMatch(/^Webhook-Keeper\/\d+\.\d+\.\d+$/);
    const plain = (await makeRequest(aDestination(), anEvent(), OPTIONS)).headers;
    for (const name of ["skipped", "replay", "test"])
      expect(plain).not.toHaveProperty(`x-webhook-keeper-${name}`);
  });

  test("carry the same id in every attempt, and another time", async () => {
    const first = await makeRequest(aDestination(), anEvent(), OPTIONS);
    const second = await makeRequest(aDestination(), anEvent(), {
      attempt: 2,
      now: new Date(now.getTime() + 60_000),
    });
    expect(first.headers["webhook-id"]).toBe(eventId(anEvent()));
    expect(first.headers["webhook-id"]).not.toContain(".");
    expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
    const seconds = Number(second.headers["webhook-timestamp"]) - Number(first.headers["webhook-timestamp"]);
    expect(seconds).toBe(60);
  });

  test("cannot be replaced by the owner's, and odd scopes can be said", async () => {
    const destination = aDestination({ headers: { "User-Agent": "x", "X-Team": "blue", "Webhook-Id": "1" } });
    const { headers } = await makeRequest(destination, anEvent({ scope: "störe\r\nx: y" }), OPTIONS);
    expect(headers["x-webhook-keeper-event-type"]).toBe("st%C3%B6re%0D%0Ax%3A%20y");
    expect(headers).toMatchObject({ "x-team": "blue", "webhook-id": eventId(anEvent()) });
    expect(Object.keys(headers).filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  test.each([
    [{ kind: "bearer", token: "t0k" }, { authorization: "Bearer t0k" }],
    [{ kind: "basic", user: "ä", password: "p:w" }, { authorization: `Basic ${btoa("\u00c3\u00a4:p:w")}` }],
    [{ kind: "header", name: "X-Key", value: "k" }, { "x-key": "k" }],
  ] as const)("prove themselves by %j", async (auth, expected) => {
    expect((await makeRequest(aDestination({ auth }), anEvent(), OPTIONS)).headers).toMatchObject(expected);
  });
});

describe("the signature", () => {
  const OLD = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
  const ENDED = `whsec_${Buffer.alloc(24, 1).toString("base64")}`;
  const secretsUntil = (...secrets: [string, number | null][]) =>
    secrets.map(([value, ms], index) => ({
      id: String(index),
      value,
      madeAt: now,
      until: ms === null ? null : new Date(now.getTime() + ms),
    }));

  test("is made with every key that is alive, the present one first, while keys change", async () => {
    const secrets = secretsUntil([KEY, null], [OLD, 1], [ENDED, 0]);
    const call = await makeRequest(aDestination({ secrets }), anEvent(), OPTIONS);
    for (const key of [KEY, OLD]) verified(call, key);
    expect(() => verified(call, ENDED)).toThrow();
    const [first = ""] = (call.headers["webhook-signature"] ?? "").split(" ");
    const alone = { ...call, headers: { ...call.headers, "webhook-signature": first } };
    verified(alone);
    expect(() => verified(alone, OLD)).toThrow();
  });

  test("is verified throughout a renewal, whenever within the overlap the receiver takes the new key", () => {
    const HOUR_MS = 3_600_000;
    const old = presentSecret(OLD, new Date(0));
    const renewed = withNewSecret([old], presentSecret(KEY, now), 24, now);
    const at = fc.oneof(
      fc.integer({ min: -500, max: 500 }).map((hundredths) => hundredths * 10),
      fc.integer({ min: 24 * HOUR_MS - 5_000, max: 24 * HOUR_MS + 5_000 }),
    );
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 24 * HOUR_MS - 1 }), (sentMs, switchedMs) => {
        const sentAt = new Date(now.getTime() + sentMs);
        const destination = aDestination({ secrets: sentMs < 0 ? [old] : renewed });
        const {
          "webhook-signature": signature,
          "webhook-id": id,
          "webhook-timestamp": timestamp,
        } = signatureHeaders(destination, anEvent(), Buffer.from("{}"), sentAt);
        const known = sentMs < switchedMs ? OLD : KEY;
        const expected = sign(id, timestamp, Buffer.from("{}"), Buffer.from(known.slice(6), "base64"));
        expect(signature.split(" ")).toContain(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  test("by a key pair is verified by the public key, while keys change too", async () => {
    const [present, old, other] = [makeKey("ed25519"), makeKey("ed25519"), makeKey("ed25519")];
    const secrets = secretsUntil([present, null], [old, 1]);
    const settings = { signing: "ed25519" } as const;
    const { headers, body } = await makeRequest(aDestination({ secrets, settings }), anEvent(), OPTIONS);
    const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": list = "" } = headers;
    const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
    const holds = (key: string) => {
      const x = Buffer.from((publicPartOf("ed25519", key) ?? "").slice(5), "base64").toString("base64url");
      const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
      return list.split(" ").map((entry) => {
        const [version, signature = ""] = entry.split(",");
        return version === "v1a" && verify(null, signed, publicKey, Buffer.from(signature, "base64"));
      });
    };
    expect([present, old, other].map(holds)).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test("is as BigCommerce makes it where a receiver expects that, whatever the payload", async () => {
    const secrets = secretsUntil(["clìent secret", null]);
    const settings = { signing: "bigcommerce", payload: "full" } as const;
    const event = anEvent({ hash: "0f1e2d3c~0123456789abcdef" });
    const call = await makeRequest(aDestination({ secrets, settings }), event, OPTIONS);
    expect(call.body).toEqual(event.body);
    const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature } = call.headers;
    expect(id).toBe("0f1e2d3c");
    expect(signedAtSeconds({ id, timestamp, signature }, call.body, ["clìent secret"])).toBe(
      Number(timestamp),
    );
    // The reference library takes a key's bytes; BigCommerce's are those of its text.
    verified(call, `whsec_${Buffer.from("clìent secret").toString("base64")}`);
  });
});

test("a channel of Slack is told in a sentence with a link, and nothing else", async () => {
  const slack = aDestination({ kind: "slack", url: "https://hooks.slack.com/services/T/B/x" });
  const event = anEvent({ scope: "store/<!channel>&", body: Buffer.from("{}"), resourceType: null });
  const call = await makeRequest(slack, event, OPTIONS);
  const message = JSON.parse(textOf(call)) as { text: string; blocks: { text: { text: string } }[] };
  expect(message.text).toBe("store/&lt;!channel&gt;&amp;");
  expect(message.blocks[0]?.text.text).toMatch(/^store\/&lt;!channel&gt;&amp;\n<http[^<>|]+\|Open the app>$/);
  expect(Object.keys(call.headers).toSorted()).toEqual(["content-type", "user-agent"]);
  const order = JSON.parse(textOf(await makeRequest(slack, anEvent(), OPTIONS))) as { text: string };
  expect(order.text).toMatch(/^Order 1023/);
  const german = textOf(await makeRequest(slack, anEvent(), { ...OPTIONS, language: "de" }));
  expect(german).toMatch(/Bestellung 1023.*\|App öffnen>/);
});

test("a channel of Microsoft Teams is told in a card with a link, in which nothing is markup", async () => {
  const url = "https://prod-1.westeurope.logic.azure.com/workflows/1";
  const event = anEvent({ scope: "store/**<at>all</at>**", body: Buffer.from("{}"), resourceType: null });
  const call = await makeRequest(aDestination({ kind: "teams", url }), event, OPTIONS);
  expect(JSON.parse(textOf(call))).toMatchObject({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          type: "AdaptiveCard",
          body: [{ type: "RichTextBlock", inlines: [{ type: "TextRun", text: "store/**<at>all</at>**" }] }],
          actions: [{ type: "Action.OpenUrl", title: "Open the app", url: expect.stringMatching(/^http/) }],
        },
      },
    ],
  });
  expect(Object.keys(call.headers).toSorted()).toEqual(["content-type", "user-agent"]);
});

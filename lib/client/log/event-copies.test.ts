import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { EventDetail } from "#lib/contract/events.ts";
import { isSignatureRight } from "#lib/crypto/webhook-signature.ts";
import { EventOrder } from "#simulator/control/fire-events.ts";
import { curlOf, fixtureOf, jsonOf, listOf } from "./event-copies.ts";

const BODY = `{"scope":"store/order/created","data":{"type":"order","id":7},"note":"it's $HOME \\"\`date\`"}\n\n`;
const EVENT: EventDetail = {
  id: "a",
  scope: "store/order/created",
  hash: "64d346b71e4c02453da81c5d97cec8063a6e7a4d",
  occurredAt: "2026-11-25T10:00:00.000Z",
  claimedTime: { text: "1795600800", at: "2026-11-25T10:00:00.000Z" },
  receivedAt: "2026-11-25T10:00:01.000Z",
  firstArrivedAt: "2026-11-25T10:00:01.000Z",
  lastArrivedAt: "2026-11-25T10:00:01.000Z",
  arrivals: 1,
  proof: "both",
  name: null,
  resource: { type: "order", id: "7" },
  summary: "Order 7 was created",
  flags: [],
  isTest: false,
  isDemo: false,
  body: BODY,
  bodyBytes: BODY.length,
  headers: [
    { name: "content-type", value: "application/json" },
    { name: "webhook-signature", value: "••••1f3a" },
    { name: "x-webhook-keeper-secret", value: "••••1f3a" },
  ],
};

describe("an event as a test request", () => {
  /** What the script would hand to curl, one argument each. */
  const sent = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${curlOf(EVENT)}`])
    .toString()
    .split("\0");
  const header = (name: string) =>
    sent.find((argument) => argument.startsWith(`${name}: `))?.slice(name.length + 2);

  it("carries the body byte for byte, whatever a shell would make of it", () => {
    expect(sent[sent.indexOf("--data-raw") + 1]).toBe(BODY);
  });

  it("is signed with the secret that is put in, at the time at which it runs", () => {
    const signature = {
      id: header("webhook-id"),
      timestamp: header("webhook-timestamp"),
      signature: header("webhook-signature"),
    };
    const isRight = (secret: string) => isSignatureRight(signature, Buffer.from(BODY), [secret], new Date());
    expect(isRight("your client secret")).toBe(true);
    expect(isRight("another")).toBe(false);
  });

  it("repeats no proof that the event came with", () => {
    expect(header("content-type")).toBe("application/json");
    expect(curlOf(EVENT) + fixtureOf(EVENT)).not.toContain("1f3a");
  });
});

describe("an event as a fixture", () => {
  it("is what the simulator fires, and what a receiver gets", () => {
    const { event, request } = JSON.parse(fixtureOf(EVENT)) as { event: unknown; request: { body: string } };
    expect(EventOrder.parse(event)).toMatchObject({
      scope: "store/order/created",
      data: { type: "order", id: 7 },
      createdAt: 1_795_600_800,
    });
    expect(request.body).toBe(BODY);
  });

  it("of an unreadable body has no data", () => {
    const { event } = JSON.parse(fixtureOf({ ...EVENT, body: "<" })) as { event: unknown };
    expect(event).toEqual({ scope: "store/order/created", createdAt: 1_795_600_800 });
  });
});

it.each([51, 5_000, 60_000])("a fixture leaves out data of %d levels, and has them in the body", (levels) => {
  const body = `{"data":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  const text = fixtureOf({ ...EVENT, body });
  expect(JSON.parse(text)).toMatchObject({ request: { body } });
  expect(JSON.parse(text)).not.toHaveProperty("event.data");
  expect(text.length).toBeLessThan(body.length + 1_000);
});

it("an event as JSON shows its body parsed", () => {
  expect(JSON.parse(jsonOf(EVENT))).toMatchObject({ hash: EVENT.hash, body: { data: { id: 7 } } });
});

it("an event as JSON shows its body as it came, and is written whatever that is", () => {
  expect(jsonOf({ ...EVENT, body: '{"id":1152921506151679042}' })).toContain(
    '"body": {"id":1152921506151679042}',
  );
  expect(JSON.parse(jsonOf({ ...EVENT, body: "<" }))).toMatchObject({ body: "<" });
  const deep = `{"data":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  expect(JSON.parse(jsonOf({ ...EVENT, body: deep }))).toMatchObject({ hash: EVENT.hash });
  expect(JSON.parse(fixtureOf({ ...EVENT, body: deep }))).toMatchObject({ request: { body: deep } });
});

it("several events are one list", () => {
  expect(JSON.parse(listOf([jsonOf(EVENT), jsonOf(EVENT)]))).toHaveLength(2);
  expect(listOf([jsonOf(EVENT)])).toBe(jsonOf(EVENT));
});

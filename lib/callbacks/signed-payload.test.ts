import fc from "fast-check";
import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, test } from "vitest";
import { textBitChanges } from "#tests/support/bits.ts";
import { payloadIn, readSignedPayload, type PayloadRefusal } from "./signed-payload.ts";

const rules = {
  clientId: "our-client-id",
  clientSecret: "our client secret, forty characters long",
  previousClientSecret: null,
  maxAgeSeconds: 300,
};
const ISSUED = 1_790_000_000;
const claims = {
  aud: rules.clientId,
  iss: "bc",
  iat: ISSUED,
  nbf: ISSUED - 5,
  exp: ISSUED + 86_400,
  jti: "3f1f3a52-0d7e-4a0c-8a39-1f1d5f1f6d10",
  sub: "stores/shop42",
  user: { id: 501, email: "staff@example.com", locale: "de-DE" },
  owner: { id: 500, email: "owner@example.com" },
  url: "/",
  channel_id: null,
};

function mint(
  changes: Record<string, unknown> = {},
  { alg = "HS256", secret = rules.clientSecret } = {},
): Promise<string> {
  const payload = JSON.parse(JSON.stringify({ ...claims, ...changes }));
  return new SignJWT(payload).setProtectedHeader({ alg, typ: "JWT" }).sign(new TextEncoder().encode(secret));
}

const at = (seconds: number) => new Date(seconds * 1000);

async function refusalOf(token: string | null, now = at(ISSUED + 10)): Promise<PayloadRefusal | "believed"> {
  const reading = await readSignedPayload(token, rules, now);
  return reading.ok ? "believed" : reading.refusal;
}

describe("a payload of BigCommerce's", () => {
  test("is believed and tells store, person and page", async () => {
    const reading = await readSignedPayload(
      await mint({ url: "/events?q=1", channel_id: 2 }),
      rules,
      at(ISSUED + 10),
    );
    expect(reading).toEqual({
      ok: true,
      payload: {
        storeHash: "shop42",
        jti: claims.jti,
        issuedAt: at(ISSUED),
        expiresAt: at(ISSUED + 86_400),
        user: { id: 501n, email: "staff@example.com", locale: "de-DE", isOwner: false },
        url: "/events?q=1",
      },
    });
  });

  test("knows the owner by id, whatever the e-mail address", async () => {
    const reading = await readSignedPayload(
      await mint({ user: { id: 500, email: "new@example.com" } }),
      rules,
      at(ISSUED),
    );
    expect(reading).toMatchObject({ ok: true, payload: { user: { isOwner: true, locale: null } } });
  });

  test.each([
    ["times with a fraction", { iat: ISSUED + 0.25, nbf: ISSUED - 4.5, exp: ISSUED + 3600.5 }],
    ["a channel as text", { channel_id: "1" }],
    ["a channel that is none", { channel_id: { id: [] } }],
    ["a language that is none", { user: { ...claims.user, locale: 7 } }],
    ["claims that nobody knows", { plan: { name: "enterprise" }, scope: null }],
  ])("may have %s", async (_, changes) => {
    const reading = await readSignedPayload(await mint(changes), rules, at(ISSUED + 10));
    expect(reading).toMatchObject({ ok: true, payload: { storeHash: "shop42", issuedAt: at(ISSUED) } });
  });

  test("may lack what is not needed", async () => {
    expect(await refusalOf(await mint({ url: undefined, channel_id: undefined, nbf: undefined }))).toBe(
      "believed",
    );
  });
});

describe("time", () => {
  test("a clock of BigCommerce's that is a minute ahead is forgiven, not more", async () => {
    expect(await refusalOf(await mint(), at(ISSUED - 59))).toBe("believed");
    expect(await refusalOf(await mint(), at(ISSUED - 66))).toBe("too_early");
    expect(await refusalOf(await mint({ nbf: undefined }), at(ISSUED - 61))).toBe("too_early");
  });

  test("nothing is forgiven at the end of the allowed age", async () => {
    expect(await refusalOf(await mint(), at(ISSUED + 300))).toBe("believed");
    expect(await refusalOf(await mint(), at(ISSUED + 301))).toBe("too_old");
  });

  test("a payload out of its time says how old it is, since it may be our clock that is wrong", async () => {
    expect(await readSignedPayload(await mint(), rules, at(ISSUED + 600))).toMatchObject({
      refusal: "too_old",
      ageSeconds: 600,
    });
    for (const more of [{}, { nbf: undefined }])
      expect(await readSignedPayload(await mint(more), rules, at(ISSUED - 600))).toMatchObject({
        refusal: "too_early",
        ageSeconds: -600,
      });
  });

  test("a payload ends when it says so, even where no age is demanded", async () => {
    const token = await mint();
    const ageless = { ...rules, maxAgeSeconds: null };
    expect(await readSignedPayload(token, ageless, at(claims.exp - 1))).toMatchObject({ ok: true });
    expect(await readSignedPayload(token, ageless, at(claims.exp))).toEqual({
      ok: false,
      refusal: "expired",
      ageSeconds: claims.exp - claims.iat,
    });
    expect(await readSignedPayload(token, ageless, at(claims.exp + 61))).toEqual({
      ok: false,
      refusal: "expired",
      ageSeconds: claims.exp + 61 - claims.iat,
    });
  });
});

describe("a payload that is not for us, or not from BigCommerce", () => {
  test.each<[string, Record<string, unknown>, PayloadRefusal]>([
    ["another app's id", { aud: "another-client-id" }, "wrong_app"],
    ["no audience", { aud: undefined }, "wrong_app"],
    ["another issuer", { iss: "somebody" }, "wrong_issuer"],
    ["no issuer", { iss: undefined }, "wrong_issuer"],
    ["a subject that is no store", { sub: "accounts/shop42" }, "malformed"],
    ["a store with capital letters", { sub: "stores/Shop42" }, "malformed"],
    ["a store with a path behind it", { sub: "stores/shop42/../shop43" }, "malformed"],
    ["no id of its own", { jti: undefined }, "malformed"],
    ["no time of issue", { iat: undefined }, "malformed"],
    ["no end", { exp: undefined }, "malformed"],
    ["no person", { user: undefined }, "malformed"],
    ["a person without a number", { user: { id: "501", email: "staff@example.com" } }, "malformed"],
    ["no owner", { owner: undefined }, "malformed"],
  ])("%s: refused", async (_name, changes, refusal) => {
    expect(await refusalOf(await mint(changes))).toBe(refusal);
  });

  test("another secret: refused", async () => {
    expect(await refusalOf(await mint({}, { secret: "another secret, of forty characters, too" }))).toBe(
      "forged",
    );
  });

  test("the secret before, while the app has two: believed, and only then", async () => {
    const old = "the client secret that this app had before";
    const renewing = { ...rules, previousClientSecret: old };
    const read = async (secret: string, changes = {}) =>
      readSignedPayload(await mint(changes, { secret }), renewing, at(ISSUED + 10));
    expect(await read(old)).toMatchObject({ ok: true });
    expect(await read(rules.clientSecret)).toMatchObject({ ok: true });
    expect(await read("neither the one nor the other of them")).toEqual({ ok: false, refusal: "forged" });
    expect(await read(old, { aud: "another app" })).toEqual({ ok: false, refusal: "wrong_app" });
    expect(await refusalOf(await mint({}, { secret: old }))).toBe("forged");
  });

  test.each(["HS384", "HS512"])("%s with the right secret: refused", async (alg) => {
    const secret = rules.clientSecret.padEnd(64, "x");
    const token = await mint({}, { alg, secret });
    expect(await readSignedPayload(token, { ...rules, clientSecret: secret }, at(ISSUED))).toEqual({
      ok: false,
      refusal: "forged",
    });
  });

  test("no algorithm, with and without a signature behind it: refused", async () => {
    const unsigned = new UnsecuredJWT(claims).encode();
    expect(await refusalOf(unsigned)).not.toBe("believed");
    expect(await refusalOf(`${unsigned}${(await mint()).split(".")[2]}`)).not.toBe("believed");
  });

  test("every change of a single bit is refused, whatever the payload says", async () => {
    const said = fc.record({
      url: fc.webPath(),
      user: fc.record({ id: fc.integer({ min: 1 }), email: fc.emailAddress({ size: "small" }) }),
      jti: fc.uuid(),
    });
    await fc.assert(
      fc.asyncProperty(said, async (changes) => {
        const token = await mint(changes);
        expect(await refusalOf(token)).toBe("believed");
        for (const altered of textBitChanges(token)) expect(await refusalOf(altered)).not.toBe("believed");
      }),
      { numRuns: 3 },
    );
  });
});

describe("the query of a callback", () => {
  test("gives its one payload", () => {
    expect(payloadIn(new URLSearchParams("signed_payload_jwt=a.b.c"))).toBe("a.b.c");
  });

  test("gives none when there is none, or a choice", async () => {
    expect(payloadIn(new URLSearchParams(""))).toBeNull();
    expect(payloadIn(new URLSearchParams("signed_payload_jwt="))).toBeNull();
    expect(payloadIn(new URLSearchParams("signed_payload_jwt=a&signed_payload_jwt=a"))).toBeNull();
    expect(await refusalOf(null)).toBe("malformed");
  });

  test("may not be longer than any payload is", async () => {
    expect(await refusalOf(await mint({ padding: "x".repeat(4096) }))).toBe("malformed");
  });
});

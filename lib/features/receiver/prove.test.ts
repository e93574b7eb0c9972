import { describe, expect, test } from "vitest";
import { prove, type RawArrival } from "./prove.ts";
import { SECRET_HEADER } from "./headers.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";

const NOW = new Date("2026-05-01T12:00:00Z");
const SECONDS = NOW.getTime() / 1000;
const CLIENT_SECRET = "5f2c1d4e8a9b";
const STORE_SECRET = "a-secret-of-this-store-only";
const body = Buffer.from(
  '{"producer":"stores/abc","hash":"h","created_at":1777636800,"scope":"store/order/created","data":{"type":"order","id":7}}',
);
const keys = { clientSecrets: [CLIENT_SECRET], storeSecrets: [STORE_SECRET], requiresSignature: false };

function signed(changes: Partial<Record<string, string>> = {}, bytes: Uint8Array = body): RawArrival {
  const headers = {
    "webhook-id": "h",
    "webhook-timestamp": String(SECONDS),
    "webhook-signature": sign("h", SECONDS, body, CLIENT_SECRET),
    ...changes,
  };
  return { storeHash: "abc", headers, body: bytes };
}

const refused = (reason: string) => ({ isProven: false, reason });

describe("a signed arrival", () => {
  test("is believed", () => {
    expect(prove(signed(), keys, NOW)).toEqual({ isProven: true, proof: "signature" });
  });

  test("is believed with the right secret header beside it, and both are named", () => {
    expect(prove(signed({ [SECRET_HEADER]: STORE_SECRET }), keys, NOW)).toEqual({
      isProven: true,
      proof: "both",
    });
  });

  test("is believed when one of several signatures is right", () => {
    const right = sign("h", SECONDS, body, CLIENT_SECRET);
    const list = `v1,AAAA v1a,BBBB ${right}`;
    expect(prove(signed({ "webhook-signature": list }), keys, NOW)).toMatchObject({ isProven: true });
  });

  test.each([
    ["a comma", (right: string) => `${right},v1,AAAA`],
    ["a comma and a space", (right: string) => `v1a,BBBB, ${right}, v1,AAAA`],
    ["a space behind every comma", (right: string) => `v1,AAAA, ${right}`.replaceAll(/, ?/g, ", ")],
    ["tabs and spaces", (right: string) => `  v2,CCCC\t ${right}   v1,AAAA `],
    ["a comma too many", (right: string) => `,v1,,${right},`],
  ])("is believed when a proxy joined the signatures by %s", (_, join) => {
    const list = join(sign("h", SECONDS, body, CLIENT_SECRET));
    expect(prove(signed({ "webhook-signature": list }), keys, NOW)).toMatchObject({ isProven: true });
    const foreign = join(sign("h", SECONDS, body, "other"));
    expect(prove(signed({ "webhook-signature": foreign }), keys, NOW)).toEqual(refused("wrong_signature"));
  });

  test("is believed 48 hours after the event, because the time is that of the attempt", () => {
    const later = new Date(NOW.getTime() + 48 * 3_600_000);
    const timestamp = later.getTime() / 1000;
    const retry = signed({
      "webhook-timestamp": String(timestamp),
      "webhook-signature": sign("h", timestamp, body, CLIENT_SECRET),
    });
    expect(prove(retry, keys, later)).toMatchObject({ isProven: true });
  });

  test.each([
    ["another body", signed({}, Buffer.from(body.toString().replace("7", "8")))],
    ["another secret", signed({ "webhook-signature": sign("h", SECONDS, body, "other") })],
    ["another id", signed({ "webhook-id": "g" })],
    ["another time", signed({ "webhook-timestamp": String(SECONDS + 1) })],
    ["no time", signed({ "webhook-timestamp": "" })],
    ["a time in words", signed({ "webhook-timestamp": "now" })],
    ["another version only", signed({ "webhook-signature": "v2,AAAA" })],
    ["an empty signature", signed({ "webhook-signature": "" })],
  ])("is refused with %s", (_, arrival) => {
    expect(prove(arrival, keys, NOW)).toEqual(refused("wrong_signature"));
  });

  test.each([-301, 301])("is refused %i seconds away from its time", (seconds) => {
    expect(prove(signed(), keys, new Date(NOW.getTime() + seconds * 1000))).toEqual(
      refused("wrong_signature"),
    );
  });

  test("is refused with a wrong secret header: a right proof does not outvote a wrong one", () => {
    expect(prove(signed({ [SECRET_HEADER]: "guess" }), keys, NOW)).toEqual(refused("wrong_secret"));
  });

  test("is refused for every single changed bit of its body", () => {
    for (let bit = 0; bit < body.length * 8; bit++) {
      const altered = Buffer.from(body);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(prove(signed({}, altered), keys, NOW)).toEqual(refused("wrong_signature"));
    }
  });
});

describe("while the app's client secret is changed", () => {
  const both = { ...keys, clientSecrets: ["the new one", CLIENT_SECRET] };
  const underNew = { "webhook-signature": sign("h", SECONDS, body, "the new one") };

  test("a signature under either is believed", () => {
    expect(prove(signed(), both, NOW)).toEqual({ isProven: true, proof: "signature" });
    expect(prove(signed(underNew), both, NOW)).toEqual({ isProven: true, proof: "signature" });
  });

  test("a signature under neither is refused, and so is the old one once it is gone", () => {
    const foreign = { "webhook-signature": sign("h", SECONDS, body, "a third one") };
    expect(prove(signed(foreign), both, NOW)).toEqual(refused("wrong_signature"));
    expect(prove(signed(), { ...keys, clientSecrets: ["the new one"] }, NOW)).toEqual(
      refused("wrong_signature"),
    );
  });
});

describe("while a store's secret is renewed", () => {
  const both = { ...keys, storeSecrets: ["the new secret of the store", STORE_SECRET] };
  const by = (secret: string) => ({ storeHash: "abc", headers: { [SECRET_HEADER]: secret }, body });

  test.each(both.storeSecrets)("%s is believed, alone and beside a signature", (secret) => {
    expect(prove(by(secret), both, NOW)).toEqual({ isProven: true, proof: "header" });
    expect(prove(signed({ [SECRET_HEADER]: secret }), both, NOW)).toEqual({ isProven: true, proof: "both" });
  });

  test("a third one is refused, and so is the old one afterwards, whatever the signature says", () => {
    expect(prove(by("a guess"), both, NOW)).toEqual(refused("wrong_secret"));
    const after = { ...keys, storeSecrets: ["the new secret of the store"] };
    expect(prove(by(STORE_SECRET), after, NOW)).toEqual(refused("wrong_secret"));
    expect(prove(signed({ [SECRET_HEADER]: STORE_SECRET }), after, NOW)).toEqual(refused("wrong_secret"));
  });
});

describe("an unsigned arrival", () => {
  const unsigned = (headers: Record<string, string>): RawArrival => ({ storeHash: "abc", headers, body });

  test("is believed by the store's secret header", () => {
    expect(prove(unsigned({ [SECRET_HEADER]: STORE_SECRET }), keys, NOW)).toEqual({
      isProven: true,
      proof: "header",
    });
  });

  test("is refused without one, and with a wrong one", () => {
    expect(prove(unsigned({}), keys, NOW)).toEqual(refused("no_proof"));
    expect(prove(unsigned({ [SECRET_HEADER]: "" }), keys, NOW)).toEqual(refused("wrong_secret"));
  });

  test("is refused for a store that we do not know, whatever its header says", () => {
    const unknown = { ...keys, storeSecrets: [] };
    expect(prove(unsigned({ [SECRET_HEADER]: "anything" }), unknown, NOW)).toEqual(refused("no_proof"));
  });

  // Nothing is gained by a header that could as well be left out, and nothing is lost when a version 2 comes.
  describe.each(["v2,AAAA", "v1a,AAAA v2,BBBB", "v1=00ff", "", "v10,AAAA", "AAAA"])(
    "with the signature “%s”, of which nothing is known",
    (signature) => {
      const by = (secret: string) =>
        prove(signed({ "webhook-signature": signature, [SECRET_HEADER]: secret }), keys, NOW);

      test("is judged by its secret header", () => {
        expect(by(STORE_SECRET)).toEqual({ isProven: true, proof: "header" });
        expect(by("guess")).toEqual(refused("wrong_secret"));
      });

      test("is refused without one, and where a signature is required", () => {
        expect(prove(signed({ "webhook-signature": signature }), keys, NOW)).toEqual(
          refused("wrong_signature"),
        );
        const strict = { ...keys, requiresSignature: true };
        const arrival = signed({ "webhook-signature": signature, [SECRET_HEADER]: STORE_SECRET });
        expect(prove(arrival, strict, NOW)).toEqual(refused("signature_required"));
      });
    },
  );

  test("is refused with a wrong signature of a known version, whatever the secret header says", () => {
    for (const wrong of ["v1,AAAA", "v1,", "v2,AAAA v1,BBBB"]) {
      const arrival = signed({ "webhook-signature": wrong, [SECRET_HEADER]: STORE_SECRET });
      expect(prove(arrival, keys, NOW)).toEqual(refused("wrong_signature"));
    }
  });

  test("is refused where the operator requires a signature", () => {
    const strict = { ...keys, requiresSignature: true };
    expect(prove(unsigned({ [SECRET_HEADER]: STORE_SECRET }), strict, NOW)).toEqual(
      refused("signature_required"),
    );
  });

  test("is not believed by an id and a time alone", () => {
    const half = unsigned({ "webhook-id": "h", "webhook-timestamp": String(SECONDS) });
    expect(prove(half, keys, NOW)).toEqual(refused("no_proof"));
  });
});

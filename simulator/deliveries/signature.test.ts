import { expect, test } from "vitest";
import { SIGNED } from "#tests/fixtures/bigcommerce/signature.ts";
import { bodyOf } from "./payload.ts";
import { foreignKey, signatureHeaders } from "./signature.ts";

test("a body is compact JSON in the order of the wire", () => {
  expect(bodyOf(SIGNED.payload)).toBe(SIGNED.body);
});

test("a body may lack its time and may number its store", () => {
  const body = bodyOf({ ...SIGNED.payload, createdAt: null, hasNumericStoreId: true });
  expect(JSON.parse(body)).not.toHaveProperty("created_at");
  expect(JSON.parse(body)).toHaveProperty("store_id", 1025646);
});

test.each(Object.entries(SIGNED.signatures))(
  "an attempt at %s is signed as worked out by hand",
  (second, signature) => {
    const headers = signatureHeaders(
      SIGNED.payload.hash,
      Number(second) * 1000 + 999,
      SIGNED.body,
      SIGNED.clientSecret,
    );
    expect(headers).toEqual({
      "webhook-id": SIGNED.payload.hash,
      "webhook-timestamp": second,
      "webhook-signature": signature,
    });
  },
);

test("a foreign key gives another signature", () => {
  const headers = signatureHeaders(SIGNED.payload.hash, 1786447831000, SIGNED.body, foreignKey());
  expect(headers["webhook-signature"]).not.toBe(SIGNED.signatures[1786447831]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { samplePayload } from "#lib/catalogue/sample.ts";
import { EXCEPTION_SCOPE } from "#lib/features/receiver/addresses.ts";
import { readDeliveryException } from "./delivery-exception.ts";

const NOW = new Date("2026-11-25T10:00:00Z");
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const exception = {
  hash: "abc",
  created_at: NOW.getTime() / 1000,
  data: { type: "webhook", id: 31_588_702, error_code: 90_003, message: "The domain is blocked" },
};

test("what BigCommerce documents is understood", () => {
  expect(readDeliveryException(bytes(exception), new Date(0))).toEqual({
    hash: "abc",
    hookId: 31_588_702,
    code: 90_003,
    message: "The domain is blocked",
    at: NOW,
  });
  expect(readDeliveryException(bytes(samplePayload(EXCEPTION_SCOPE, "abc123")), NOW)).not.toBeNull();
});

test("what is missing is made up for, so that a copy is known again", () => {
  const bare = { data: { error_code: "90001" } };
  const read = readDeliveryException(bytes(bare), NOW);
  expect(read).toMatchObject({ hookId: null, code: 90_001, message: "", at: NOW });
  expect(readDeliveryException(bytes(bare), new Date(0))?.hash).toBe(read?.hash);
});

test("what is no delivery exception is none, whatever the bytes", () => {
  expect(readDeliveryException(bytes({ data: { type: "order", id: 7 } }), NOW)).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
      expect(readDeliveryException(body, NOW)).toBeNull();
    }),
  );
});

test("a long message is cut, and nothing in it stops a database", () => {
  const data = { ...exception.data, message: `\0\uD800${"x".repeat(2_000)}` };
  const message = readDeliveryException(bytes({ ...exception, data }), NOW)?.message ?? "";
  expect(message).toHaveLength(500);
  expect(message.isWellFormed()).toBe(true);
  expect(message).not.toContain("\0");
});

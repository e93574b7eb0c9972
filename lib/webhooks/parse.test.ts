import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEvent, type StoreStanding } from "./parse.ts";

const installed = (): StoreStanding => "installed";

function parse(body: unknown, proof: "signature" | "header" = "signature", standingOf = installed) {
  const bytes =
    body instanceof Uint8Array ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  return parseEvent({ storeHash: "abc", body: bytes, proof }, standingOf);
}

const order = {
  producer: "stores/abc",
  hash: "3f".repeat(20),
  created_at: 1_777_636_800,
  store_id: "1003502318",
  scope: "store/order/created",
  data: { type: "order", id: 1023 },
};

describe("a delivery", () => {
  test("is read with its own time, resource and no flags", () => {
    expect(parse(order)).toEqual({
      storeHash: "abc",
      hash: order.hash,
      occurredAt: new Date("2026-05-01T12:00:00Z"),
      scope: "store/order/created",
      resource: { type: "order", id: "1023" },
      flags: [],
    });
  });

  test("has no time of its own when the body has none that a calendar knows", () => {
    for (const created_at of [undefined, null, "soon", -1, 0, 1.5, 4e12]) {
      expect(parse({ ...order, created_at }).occurredAt).toBeNull();
    }
  });

  test("of an unknown kind is kept and flagged", () => {
    expect(parse({ ...order, scope: "store/robot/created" })).toMatchObject({
      scope: "store/robot/created",
      flags: ["unknown_scope"],
    });
  });

  test("that names no hash is known again by its bytes", () => {
    const { hash } = parse({ ...order, hash: undefined });
    expect(hash).toMatch(/^body:[0-9a-f]{64}$/);
    expect(parse({ ...order, hash: undefined }).hash).toBe(hash);
  });

  test.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a number", "7"],
    ["a list", "[]"],
    ["null", "null"],
    ["bytes that are no UTF-8", Buffer.from([0xff, 0xfe, 0x7b])],
    ["no scope", { ...order, scope: undefined }],
    ["a scope that is no text", { ...order, scope: 7 }],
  ])("holding %s is kept as unreadable", (_, body) => {
    expect(parse(body)).toMatchObject({ storeHash: "abc", scope: "unknown" });
    expect(parse(body).flags).toContain("unreadable");
  });

  test("for a store that is gone or was never here is flagged", () => {
    expect(parse(order, "signature", () => "uninstalled").flags).toEqual(["uninstalled_store"]);
    expect(parse(order, "signature", () => "unknown").flags).toEqual(["unknown_store"]);
  });

  test("never throws and never yields what PostgreSQL cannot keep, whatever the body", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((json) => Buffer.from(json)),
        ),
        (body) => {
          const event = parse(body);
          expect(`${event.storeHash}${event.hash}${event.scope}${event.resource?.id ?? ""}`).not.toContain(
            "\0",
          );
          expect(event.scope.length).toBeLessThanOrEqual(200);
        },
      ),
    );
  });

  test("with hostile keys and NUL characters is kept in harmless text", () => {
    const body = String.raw`{"producer":"stores/abc","hash":"a\u0000b","scope":"store/x\u0000","__proto__":{"scope":"y"}}`;
    expect(parse(body)).toMatchObject({ hash: "a\uFFFDb", scope: "store/x\uFFFD" });
  });
});

describe("a delivery whose producer is another store than its address", () => {
  const foreign = { ...order, producer: "stores/xyz" };

  test("belongs to its producer when it is signed", () => {
    expect(parse(foreign, "signature")).toMatchObject({ storeHash: "xyz", flags: ["other_store"] });
  });

  test("stays with the store whose secret alone proves it", () => {
    expect(parse(foreign, "header")).toMatchObject({ storeHash: "abc", flags: ["other_store"] });
  });
});

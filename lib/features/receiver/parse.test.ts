import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEvent, type StoreStanding } from "./parse.ts";

const installed = (_hash: string): StoreStanding => "installed";

const ARRIVED = new Date("2026-05-01T12:00:03Z");

function parse(body: unknown, proof: "signature" | "header" = "signature", standingOf = installed) {
  const bytes =
    body instanceof Uint8Array ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  return parseEvent({ storeHash: "abc", body: bytes, proof, arrivedAt: ARRIVED }, (hash) => ({
    standing: standingOf(hash),
    retentionDays: 30,
  }));
}

const order = {
  producer: "stores/abc",
  hash: "3f".repeat(20),
  created_at: 1_777_636_800,
  store_id: "1003502318",
  scope: "store/order/created",
  data: { type: "order", id: 1023 },
};

describe("an arrival", () => {
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

  test("has the place of its arrival when its time is none for the log, and both are said", () => {
    expect(parse({ ...order, created_at: 4_102_444_799, scope: "store/robot/created" })).toMatchObject({
      occurredAt: null,
      claimedAt: new Date("2099-12-31T23:59:59Z"),
      flags: ["unknown_scope", "time_ahead"],
    });
  });

  test("is about the very thing that it names, however long its id is", () => {
    const long = JSON.stringify(order).replace("1023", "1152921506151679042");
    expect(parse(long).resource).toEqual({ type: "order", id: "1152921506151679042" });
  });

  test("is known by its hash in either case", () => {
    expect(parse({ ...order, hash: order.hash.toUpperCase() }).hash).toBe(order.hash);
    expect(parse({ ...order, hash: "Not-In-Base-16" }).hash).toBe("Not-In-Base-16");
  });

  test("is of a known type though its scope ends in a slash", () => {
    const parsed = parse({ ...order, scope: "store/order/created/" });
    expect(parsed).toMatchObject({ scope: order.scope, flags: [], resource: { type: "order", id: "1023" } });
    expect(parse({ ...order, scope: "store/robot/created/" }).scope).toBe("store/robot/created/");
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

describe("an arrival whose producer is another store than its address", () => {
  const foreign = { ...order, producer: "stores/xyz" };

  test("belongs to its producer when it is signed", () => {
    expect(parse(foreign, "signature")).toMatchObject({ storeHash: "xyz", flags: ["other_store"] });
  });

  test("stays with the store whose secret alone proves it", () => {
    expect(parse(foreign, "header")).toMatchObject({ storeHash: "abc", flags: ["other_store"] });
  });
});

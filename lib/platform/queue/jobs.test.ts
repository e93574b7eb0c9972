import { expect, test } from "vitest";
import { StoreHash } from "#lib/ids.ts";
import { rankOf } from "./jobs.ts";

test("why a store is compared decides who waits for it", () => {
  const storeHash = StoreHash.parse("abc123");
  const ranks = (["install", "launch", "secret", "address", "hourly"] as const).map((because) =>
    rankOf("reconcile-store", { storeHash, because }),
  );
  expect(ranks).toEqual(["person", "person", "person", "clock", "clock"]);
});

test("every other kind of job has one rank, whatever it carries", () => {
  expect(rankOf("erase-data", { storeHash: StoreHash.parse("abc123") })).toBe("person");
  expect(rankOf("send-alert", { messageId: "0" })).toBe("telling");
  expect(rankOf("keep-privacy", {})).toBe("clock");
});

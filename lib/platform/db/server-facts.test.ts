import { describe, expect, test } from "vitest";
import { judgeServer, type ServerFacts } from "./server-facts.ts";

const good: ServerFacts = {
  version: 150_018,
  versionName: "15.18",
  encoding: "UTF8",
  timeZone: "UTC",
  written: String.raw`2026-07-01 12:00:00+00 1 day 02:00:00 \x5c`,
  isStandby: false,
  user: "keeper",
  database: "shop",
  mayMakeTables: true,
  mayMakeQueue: true,
  strangeOwner: null,
};
const judged = (facts: Partial<ServerFacts>) => judgeServer("db:5432/shop", { ...good, ...facts });

describe("a server", () => {
  test("that is as it should be has nothing against it", () => expect(judged({})).toEqual([]));

  test("that is too old is not asked for more", () => {
    expect(judged({ version: 140_011, versionName: "14.11", encoding: "LATIN1" })).toEqual([
      "The server of db:5432/shop is PostgreSQL 14.11; 15 or later is needed",
    ]);
  });

  test("hears of each fault, in a sentence each", () => {
    const faults = judged({
      encoding: "SQL_ASCII",
      timeZone: "Asia/Kolkata",
      mayMakeTables: false,
      mayMakeQueue: false,
      strangeOwner: "postgres",
    });
    expect(faults).toHaveLength(5);
    expect(faults.every((fault) => fault.includes("db:5432/shop") && !fault.includes("\n"))).toBe(true);
  });

  test("is found out when it says UTC and writes something else", () => {
    expect(judged({ written: "01/07/2026 12:00:00 UTC 1 2:00:00 \\134" })[0]).toContain("drops it");
  });

  test("that is a standby is told where to go, and nothing about its rights", () => {
    expect(judged({ isStandby: true, mayMakeTables: false })).toEqual([
      expect.stringContaining("is a standby"),
    ]);
  });
});

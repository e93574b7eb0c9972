import { expect, test } from "vitest";
import type { EventRow } from "./records.ts";
import { newsSince, seqsByStore } from "./live-feed.ts";

test("each store hears of its own events, even beside one whose hash begins alike", () => {
  expect(seqsByStore("abc:1,abcd:2,abc:30,xabc:4")).toEqual(
    new Map([
      ["abc", [1n, 30n]],
      ["abcd", [2n]],
      ["xabc", [4n]],
    ]),
  );
  expect(seqsByStore("")).toEqual(new Map());
});

test("news leave out what is too old to be shown, and are the same object otherwise", () => {
  const oldest = new Date("2026-11-18T00:00:00.000Z");
  // Cast: of an event its time alone counts here.
  const row = (time: string) => ({ occurredAt: new Date(time) }) as EventRow;
  const fresh = { rows: [row("2026-11-18T00:00:00.000Z")], hasGap: false };
  expect(newsSince(fresh, oldest)).toBe(fresh);
  const mixed = { rows: [row("2026-11-17T23:59:59.999Z"), ...fresh.rows], hasGap: true };
  expect(newsSince(mixed, oldest)).toEqual({ rows: fresh.rows, hasGap: true });
});

import { expect, test } from "vitest";
import { allCells, roundOf } from "./cells.ts";
import { DRAWN_AT_ONCE, drawBatch, type World } from "./draw.ts";

const session = { bearer: "a.b", cookie: { name: "c", value: "d" } };
const world: World = {
  senders: [{ storeHash: "lab1", clientSecret: "secret", webhookSecret: "other" }],
  visitors: [{ storeHash: "lab1", session }],
  round: roundOf(allCells()),
};
const now = new Date("2026-11-30T12:00:00Z");
const bytesOf = (seed: number) =>
  drawBatch(seed, world, now).flatMap(({ drawn }) => drawn.map(({ request }) => request.bytes));

test("a seed stands for the same requests each time, and for others than the next one", () => {
  expect(bytesOf(3)).toHaveLength(DRAWN_AT_ONCE);
  expect(bytesOf(3)).toEqual(bytesOf(3));
  expect(bytesOf(3)).not.toEqual(bytesOf(4));
});

test("seeds that follow one another go round through every address, method and session", () => {
  const round = allCells().map(({ cell }) => cell);
  const seen = new Set();
  for (let seed = 1; seed <= 400; seed++)
    for (const { drawn } of drawBatch(seed, { ...world, round }, now))
      for (const { cell } of drawn) if (cell) seen.add(cell);
  expect(seen.size).toBe(round.length);
});

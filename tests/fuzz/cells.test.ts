import { expect, test } from "vitest";
import { allCells, answeredMethods, Coverage, roundOf } from "./cells.ts";

test("a route's own methods are told from those that it refuses", () => {
  const made = "export const { GET, POST, PUT } = routes({ GET: answer,\n  PUT: storeRoute({}) });";
  expect(answeredMethods(made)).toEqual(["GET", "PUT"]);
  expect(answeredMethods("export async function POST(\nexport { refuse as GET };")).toEqual(["POST"]);
});

test("a round has each address, by each method, with a session and without", () => {
  const cells = allCells();
  const round = roundOf(cells);
  expect(new Set(round).size).toBe(cells.length);
  expect(round.length).toBe(cells.reduce((sum, { turns }) => sum + turns, 0));
  for (const address of ["/api/health", "/s/[storeHash]/api/events/[id]", "/s/[storeHash]/overview", "/"])
    expect(round.filter((cell) => cell.address === address && cell.method === "TRACE")).toHaveLength(2);
  expect(
    round.filter(({ address, method }) => address === "/s/[storeHash]/api/views/[id]" && method === "PATCH"),
  ).toHaveLength(24);
});

test("the cell that was asked for most rarely is known by name", () => {
  const [a, b] = allCells().map(({ cell }) => cell);
  if (!a || !b) throw new Error("there are no cells");
  const coverage = new Coverage([a, b]);
  coverage.count(a);
  expect(coverage.least()).toMatchObject({ times: 0, cells: 2 });
  coverage.count(b);
  coverage.count(b);
  expect(coverage.least()).toEqual({
    name: `${a.method} ${a.address} with a session`,
    times: 1,
    cells: 2,
  });
});

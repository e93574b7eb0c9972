import { dirname } from "node:path";
import { expect, test } from "vitest";
import { loopsOf, readImports } from "./imports.ts";

/**
 * The room that a file lies in. What lies deeper is a part of it: a room's own folders may import it, and it them.
 */
function roomOf(file: string): string {
  const [first = "", second = "", third = ""] = dirname(file).split("/");
  const isStorey = ["lib/features", "lib/platform", "lib/screens", "components/ui"].includes(
    `${first}/${second}`,
  );
  return [first, second, ...(isStorey ? [third] : [])].filter((part) => part !== "").join("/");
}

function roomsOf(imports: ReadonlyMap<string, readonly string[]>): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const [file, targets] of imports) {
    const from = roomOf(file);
    const reached = rooms.get(from) ?? new Set();
    rooms.set(from, reached);
    for (const target of targets)
      if (imports.has(target) && roomOf(target) !== from) reached.add(roomOf(target));
  }
  return rooms;
}

test.each([
  ["lib", 30],
  ["components", 15],
  ["simulator", 6],
])("the rooms of %s form no loop", (top, roomsMin) => {
  const rooms = roomsOf(readImports(`${top}/**/*.{ts,tsx}`));
  expect(rooms.size).toBeGreaterThanOrEqual(roomsMin);
  expect(loopsOf(rooms)).toEqual([]);
});

test("a loop of rooms would be found, types included", () => {
  const imports = new Map([
    ["lib/features/a/x.ts", ["lib/features/b/y.ts"]],
    ["lib/features/b/y.ts", ["lib/platform/c/z.ts"]],
    ["lib/platform/c/z.ts", ["lib/features/a/deeper/w.ts"]],
    ["lib/features/a/deeper/w.ts", ["lib/features/a/x.ts"]],
  ]);
  expect(loopsOf(roomsOf(imports))).toEqual([["lib/features/a", "lib/features/b", "lib/platform/c"]]);
});

import { describe, expect, it } from "vitest";
import { nextPlace, stackOf } from "./bar-chart-places.ts";

const part = { href: "/", text: "" };
const BARS = [
  { id: "a", values: [3, 0, 2], parts: [part, part, part] },
  { id: "b", values: [1, 1, 1], parts: [part, part, null] },
  { id: "c", values: [0, 0, 0], parts: [part, part, part] },
];
const go = (key: string, id: string, at?: number) => nextPlace(key, BARS, { id, part: at });

describe("a key in a chart", () => {
  it("goes to the bars beside, and to the first and the last", () => {
    expect(go("ArrowRight", "a")).toEqual({ id: "b" });
    expect(go("ArrowLeft", "b", 1)).toEqual({ id: "a" });
    expect(go("Home", "c")).toEqual({ id: "a" });
    expect(go("End", "a")).toEqual({ id: "c" });
  });

  it("does not go beyond the ends", () => {
    expect(go("ArrowLeft", "a")).toBeNull();
    expect(go("ArrowRight", "c")).toBeNull();
  });

  it("goes up through the parts that are there, and down to the whole bar again", () => {
    expect(go("ArrowUp", "a")).toEqual({ id: "a", part: 0 });
    expect(go("ArrowUp", "a", 0)).toEqual({ id: "a", part: 2 });
    expect(go("ArrowUp", "a", 2)).toBeNull();
    expect(go("ArrowDown", "a", 2)).toEqual({ id: "a", part: 0 });
    expect(go("ArrowDown", "a", 0)).toEqual({ id: "a", part: undefined });
    expect(go("ArrowDown", "a")).toBeNull();
  });

  it("enters no part that leads nowhere or is empty", () => {
    expect(go("ArrowUp", "b", 1)).toBeNull();
    expect(go("ArrowUp", "c")).toBeNull();
  });

  it("is left alone when it means nothing here", () => {
    expect(go("Enter", "a")).toBeNull();
    expect(go("a", "a")).toBeNull();
  });
});

it("stacks a bar's parts on each other and leaves out those without height", () => {
  const y = Object.assign((value: number) => 100 - 10 * value) as unknown as Parameters<typeof stackOf>[1];
  expect(stackOf({ values: [3, 0, 2] }, y)).toEqual([
    { place: 0, top: 70, bottom: 100 },
    { place: 2, top: 50, bottom: 70 },
  ]);
});

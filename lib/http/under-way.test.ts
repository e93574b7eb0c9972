import { expect, test } from "vitest";
import { UnderWay } from "./under-way.ts";

test("each key has its places, all keys share theirs, and a place is given back once", () => {
  const underWay = new UnderWay("things", { ofKeyMax: [2], allMax: 3 });
  const leave = underWay.enter("one");
  underWay.enter("one");
  expect(() => underWay.enter("one")).toThrow("too many requests: things");
  underWay.enter("other");
  expect(() => underWay.enter("third")).toThrow("too many requests: things");
  leave();
  leave();
  underWay.enter("third");
  expect(() => underWay.enter("fourth")).toThrow("too many requests: things");
});

test("whoever has room of their own finds none where those around them took it, and takes nothing then", () => {
  const underWay = new UnderWay("things", { ofKeyMax: [2, 3], allMax: 10 });
  const leave = [underWay.enter("one", "store"), underWay.enter("one", "store")];
  underWay.enter("other", "store");
  expect(() => underWay.enter("third", "store")).toThrow("too many requests: things");
  for (const each of leave) each();
  underWay.enter("third", "store");
  underWay.enter("third", "store");
  expect(() => underWay.enter("fourth", "store")).toThrow("too many requests: things");
  underWay.enter("store", "one");
});

import { expect, test } from "vitest";
import { type End, Turns } from "./turns.ts";

/** Requests that write down what becomes of them. */
function watched() {
  const turns = new Turns({ busyMax: 2, spareMax: 3, workMsMax: 1_000, waitMsMax: 5_000 });
  const begun: string[] = [];
  const refused: string[] = [];
  const ends = new Map<string, End>();
  const take = async (name: string, nowMs = 0) => {
    try {
      ends.set(name, await turns.take(nowMs));
      begun.push(name);
    } catch {
      refused.push(name);
    }
  };
  const settled = () => new Promise((settle) => setImmediate(settle));
  return { turns, begun, refused, ends, take, settled };
}

test("while the process is busy a few are worked at, and the others begin in their order", async () => {
  const { turns, begun, ends, take, settled } = watched();
  turns.look(0, true);
  for (const name of "abcd") void take(name);
  await settled();
  expect(begun).toEqual(["a", "b"]);
  ends.get("a")?.(1);
  ends.get("a")?.(1);
  await settled();
  expect(begun).toEqual(["a", "b", "c"]);
});

test("while it has time to spare more begin, at each look", async () => {
  const { turns, begun, take, settled } = watched();
  turns.look(0, false);
  for (const name of "abcdefg") void take(name);
  await settled();
  expect(begun).toEqual(["a", "b", "c", "d", "e"]);
  turns.look(50, false);
  await settled();
  expect(begun).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
});

test("what takes long keeps nobody from their turn", async () => {
  const { turns, begun, take, settled } = watched();
  for (const name of "abcd") void take(name);
  turns.look(1_001, true);
  await settled();
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

test("nobody waits for ever", async () => {
  const { turns, begun, refused, take, settled } = watched();
  for (const name of "ab") void take(name, 5_900);
  void take("c", 0);
  turns.look(6_000, true);
  await settled();
  expect([begun, refused]).toEqual([["a", "b"], ["c"]]);
});

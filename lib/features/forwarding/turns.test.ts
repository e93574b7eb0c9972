import { expect, test } from "vitest";
import { Turns, type Turn } from "./turns.ts";

interface Lane {
  storeHash: string;
  name: string;
  left: number;
}
const lane = (storeHash: string, name: string, left: number): Lane => ({ storeHash, name, left });

function played(
  lanes: readonly Lane[],
  bound: (lane: Lane, gone: readonly string[]) => Turn | null = () => null,
): string[] {
  const turns = new Turns<Lane>();
  for (const each of lanes) turns.add(each);
  const gone: string[] = [];
  turns.offer((each) => {
    const bounded = bound(each, gone);
    if (bounded) return bounded;
    if (each.left === 0) return "idle";
    each.left--;
    gone.push(each.name);
    return "went";
  });
  return gone;
}

test("a store with much gets no more turns than one with little", () => {
  const gone = played([lane("a", "a1", 100), lane("a", "a2", 100), lane("b", "b", 5), lane("c", "c", 5)]);
  expect(gone.slice(0, 9)).toEqual(["a1", "b", "c", "a2", "b", "c", "a1", "b", "c"]);
  expect(gone).toHaveLength(210);
});

test("who is blocked keeps no one else waiting, and a bound of all ends it", () => {
  const isSlow = ({ name }: Lane) => (name === "slow" ? "blocked" : null);
  expect(played([lane("a", "slow", 9), lane("a", "well", 3), lane("b", "b", 1)], isSlow)).toEqual([
    "well",
    "b",
    "well",
    "well",
  ]);
  const gone = played([lane("a", "a", 9), lane("b", "b", 9)], (_, already) =>
    already.length === 4 ? "full" : null,
  );
  expect(gone).toEqual(["a", "b", "a", "b"]);
});

test("who was idle is asked again only when added, and who was removed never", () => {
  const turns = new Turns<Lane>();
  const [one, other] = [lane("a", "one", 0), lane("a", "other", 0)];
  turns.add(one);
  turns.add(other);
  turns.remove(other);
  const asked: string[] = [];
  const ask = () =>
    turns.offer(({ name }) => {
      asked.push(name);
      return "idle";
    });
  ask();
  ask();
  turns.add(one);
  ask();
  expect(asked).toEqual(["one", "one"]);
});

import { expect, test } from "vitest";
import { parseKeyRing, type KeyRing } from "#lib/crypto/key-ring.ts";
import { seal } from "#lib/crypto/seal.ts";
import { keysInUse, SealsClosed, verdictOf } from "./openable.ts";
import { SEALED_COLUMNS, type SealedSample } from "./rotate-keys.records.ts";

const ringOf = (...names: [id: string, byte: number][]): KeyRing => {
  const text = names.map(([id, byte]) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`).join(",");
  const parsed = parseKeyRing(text);
  if ("faults" in parsed) throw new Error(parsed.faults.join());
  return parsed.ring;
};
const [column] = SEALED_COLUMNS;
if (!column) throw new Error("there is no column of sealed values");

/** So many values that a ring's first key sealed, all of them tried; of the first `broken` nothing is left. */
function sample(ring: KeyRing, values: number, broken = 0): SealedSample {
  const [{ id }] = ring;
  const tried = Array.from({ length: values }, (_, n) => {
    const rowKey = `store${n}`;
    const sealed = n < broken ? `${id}.AAAA` : seal("a token", column?.place(rowKey) ?? "", ring);
    return { rowKey, sealed };
  });
  return { column: column ?? never(), id, values, tried };
}
function never(): never {
  throw new Error("there is no column of sealed values");
}
const verdict = (samples: SealedSample[], ring: KeyRing) => verdictOf(keysInUse(samples, ring), ring);

const [ours, next] = [ringOf(["2026a", 1]), ringOf(["2027a", 2])];

test("keys that open what they sealed are nothing to speak of; neither is an empty database", () => {
  expect(verdict([sample(ours, 3)], ringOf(["2027a", 2], ["2026a", 1]))).toBeNull();
  expect(verdict([], ours)).toBeNull();
});

test("another key under the same name opens nothing, and the sentence says so", () => {
  const wrong = ringOf(["2026a", 9]);
  expect(() => verdict([sample(ours, 3), sample(ours, 1)], wrong)).toThrow(SealsClosed);
  expect(() => verdict([sample(ours, 3)], wrong)).toThrow(
    "3 values were sealed under 2026a, and the key given under that name is another one",
  );
});

test("a ring without the key opens nothing, and the sentence names the key", () => {
  expect(() => verdict([sample(ours, 1)], next)).toThrow(
    "1 value was sealed under 2026a, which is not given",
  );
});

test("a key that was taken out too early is named, and the others' stores go on", () => {
  const said = verdict([sample(ours, 2), sample(next, 5)], next);
  expect(said).toContain("does not open all");
  expect(said).toContain("2 values were sealed under 2026a, which is not given");
  expect(said).not.toContain("2027a");
});

test("values that were spoilt are no fault of the key", () => {
  expect(verdict([sample(ours, 5, 4)], ours)).toBeNull();
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { Progress, type Ending } from "./progress.ts";

const ENDINGS: Ending[] = ["delivered", "kept", "not_wanted", "skipped"];

test("the position passes what ended for a while, and nothing before it that did not", () => {
  const progress = new Progress(10n);
  for (const seq of [11n, 12n, 14n]) expect(progress.see(seq)).toBe(true);
  expect(progress.see(12n)).toBe(false);
  expect(progress.see(9n)).toBe(false);
  progress.finish(12n, "delivered", 1_000);
  progress.finish(14n, "delivered", 1_000);
  expect(progress.advance(5_000)).toBeNull();
  progress.finish(11n, "not_wanted", 2_000);
  expect(progress.advance(1_500)).toBeNull();
  // A commit brings it late.
  expect(progress.see(13n)).toBe(true);
  expect(progress.unfinished()).toEqual([13n]);
  expect(progress.advance(5_000)).toEqual({ delivered: 1, kept: 0, not_wanted: 1, skipped: 0 });
  expect([progress.position, progress.cursor, progress.size]).toEqual([12n, 14n, 2]);
  expect(progress.see(12n)).toBe(false);
});

test("in any order of seeing and ending, the position is where a simple model has it", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("see" as const), seq: fc.bigInt(1n, 40n) }),
    fc.record({
      kind: fc.constant("end" as const),
      seq: fc.bigInt(1n, 40n),
      ending: fc.constantFrom(...ENDINGS),
    }),
    fc.record({ kind: fc.constant("advance" as const), backMs: fc.nat(20) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const progress = new Progress(0n);
      const model = new Map<bigint, number | null>();
      let position = 0n;
      for (const [nowMs, each] of steps.entries()) {
        if (each.kind === "see") {
          const isNew = each.seq > position && !model.has(each.seq);
          expect(progress.see(each.seq)).toBe(isNew);
          if (isNew) model.set(each.seq, null);
        } else if (each.kind === "end") {
          progress.finish(each.seq, each.ending, nowMs);
          if (model.has(each.seq)) model.set(each.seq, nowMs);
        } else {
          progress.advance(nowMs - each.backMs);
          for (const [seq, atMs] of [...model].toSorted(([a], [b]) => Number(a - b))) {
            if (atMs === null || atMs > nowMs - each.backMs) break;
            position = seq;
            model.delete(seq);
          }
        }
        expect(progress.position).toBe(position);
        expect(progress.size).toBe(model.size);
        const seen = [...model].toSorted(([a], [b]) => Number(a - b));
        const undone = seen.findIndex(([, atMs]) => atMs === null);
        const done = undone < 0 ? seen : seen.slice(0, undone);
        expect(progress.done).toBe(done.at(-1)?.[0] ?? position);
      }
      const open = [...model].flatMap(([seq, atMs]) => (atMs === null ? [seq] : []));
      expect(progress.unfinished()).toEqual(open.toSorted((a, b) => Number(a - b)));
    }),
  );
});

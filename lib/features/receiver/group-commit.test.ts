import { afterEach, describe, expect, test, vi } from "vitest";
import { GroupCommit, Overloaded } from "./group-commit.ts";

/** A commit that the test lets through by hand. */
function manualCommit() {
  const underWay: { batch: number[]; finish(): void; fail(error: Error): void }[] = [];
  const commit = (batch: number[]) =>
    new Promise<void>((resolve, reject) => {
      underWay.push({ batch, finish: resolve, fail: reject });
    });
  return { underWay, commit };
}

const limits = {
  sizeBytes: () => 1,
  batchItemsMax: 3,
  commitsMax: 2,
  besideItemsMin: 1,
  waitingBytesMax: 100,
  waitMsMax: 1_000,
};
const batches = ({ underWay }: ReturnType<typeof manualCommit>) => underWay.map(({ batch }) => batch);
/** Lets everything that is ready to run do so. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("group commit", () => {
  test("sends the first at once and what arrives meanwhile together", async () => {
    const manual = manualCommit();
    const group = new GroupCommit<number>({ ...limits, commitsMax: 1, commit: manual.commit });
    const written = [1, 2, 3].map((item) => group.write(item));
    expect(batches(manual)).toEqual([[1]]);
    manual.underWay[0]?.finish();
    await settle();
    expect(batches(manual)).toEqual([[1], [2, 3]]);
    manual.underWay[1]?.finish();
    await Promise.all(written);
  });

  test("has no more commits under way than allowed, and none above the batch size", async () => {
    const manual = manualCommit();
    const group = new GroupCommit<number>({ ...limits, commit: manual.commit });
    const written = [1, 2, 3, 4, 5, 6, 7].map((item) => group.write(item));
    expect(batches(manual)).toEqual([[1], [2]]);
    manual.underWay[0]?.finish();
    await settle();
    expect(batches(manual)).toEqual([[1], [2], [3, 4, 5]]);
    for (const index of [1, 2]) manual.underWay[index]?.finish();
    await settle();
    expect(batches(manual)).toEqual([[1], [2], [3, 4, 5], [6, 7]]);
    manual.underWay[3]?.finish();
    await Promise.all(written);
  });

  test("begins another commit beside the first only for enough items", async () => {
    const manual = manualCommit();
    const group = new GroupCommit<number>({ ...limits, besideItemsMin: 3, commit: manual.commit });
    const written = [1, 2, 3].map((item) => group.write(item));
    expect(batches(manual)).toEqual([[1]]);
    written.push(group.write(4));
    expect(batches(manual)).toEqual([[1], [2, 3, 4]]);
    for (const { finish } of manual.underWay) finish();
    await Promise.all(written);
  });

  test("begins none beside the first with less than that one took", async () => {
    const manual = manualCommit();
    const group = new GroupCommit<number>({ ...limits, commit: manual.commit });
    const written = [1, 2, 3, 4, 5, 6].map((item) => group.write(item));
    for (const { finish } of manual.underWay.slice(0, 2)) finish();
    await settle();
    expect(batches(manual)).toEqual([[1], [2], [3, 4, 5]]);
    written.push(group.write(7));
    expect(batches(manual)).toEqual([[1], [2], [3, 4, 5]]);
    written.push(group.write(8));
    expect(batches(manual)).toEqual([[1], [2], [3, 4, 5], [6, 7, 8]]);
    for (const { finish } of manual.underWay.slice(2)) finish();
    await Promise.all(written);
  });

  test("does not resolve before its commit does", async () => {
    const manual = manualCommit();
    const group = new GroupCommit<number>({ ...limits, commit: manual.commit });
    let isWritten = false;
    const written = group.write(1).then(() => (isWritten = true));
    await settle();
    expect(isWritten).toBe(false);
    manual.underWay[0]?.finish();
    await written;
    expect(isWritten).toBe(true);
  });

  test("fails every item of a failed batch and no other", async () => {
    const manual = manualCommit();
    const group = new GroupCommit<number>({ ...limits, commitsMax: 1, commit: manual.commit });
    const outcomes = Promise.allSettled([1, 2, 3].map((item) => group.write(item)));
    manual.underWay[0]?.finish();
    await settle();
    manual.underWay[1]?.fail(new Error("disk full"));
    expect((await outcomes).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  test("refuses at once what memory should not hold, and takes more when there is room", async () => {
    const manual = manualCommit();
    const group = new GroupCommit<number>({ ...limits, waitingBytesMax: 2, commit: manual.commit });
    const written = [group.write(1), group.write(2)];
    await expect(group.write(3)).rejects.toThrow(Overloaded);
    manual.underWay[0]?.finish();
    await written[0];
    written.push(group.write(4));
    for (const { finish } of manual.underWay) finish();
    await Promise.all(written);
  });

  test("drains: waits for all that is under way or waiting", async () => {
    const manual = manualCommit();
    const group = new GroupCommit<number>({ ...limits, commitsMax: 1, commit: manual.commit });
    const written = [1, 2].map((item) => group.write(item));
    let isDrained = false;
    const drained = group.drain().then(() => (isDrained = true));
    manual.underWay[0]?.finish();
    await settle();
    expect(isDrained).toBe(false);
    manual.underWay[1]?.finish();
    await Promise.all([drained, ...written]);
    await group.drain();
  });

  test("refuses nobody because the process stood still", async () => {
    // Its answer has come meanwhile, and is read after the timers.
    const commit = () => new Promise<void>((resolve) => setImmediate(resolve));
    const group = new GroupCommit<number>({ ...limits, commitsMax: 1, waitMsMax: 20, commit });
    await settle();
    const written = [1, 2].map((item) => group.write(item));
    const until = performance.now() + 40;
    while (performance.now() < until);
    expect(await Promise.allSettled(written)).toEqual([
      { status: "fulfilled", value: undefined },
      { status: "fulfilled", value: undefined },
    ]);
  });

  describe("when a commit hangs", () => {
    afterEach(() => {
      vi.useRealTimers();
    });

    test("items wait for theirs no longer than they may, and those that came later wait on", async () => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
      const manual = manualCommit();
      const group = new GroupCommit({ ...limits, commit: manual.commit, commitsMax: 1 });
      const first = group.write(1);
      const second = expect(group.write(2)).rejects.toThrow(Overloaded);
      vi.advanceTimersByTime(600);
      const third = group.write(3);
      vi.advanceTimersByTime(500);
      await second;
      expect(batches(manual)).toEqual([[1]]);
      manual.underWay[0]?.finish();
      await first;
      await settle();
      expect(batches(manual)).toEqual([[1], [3]]);
      manual.underWay[1]?.finish();
      await third;
    });
  });
});

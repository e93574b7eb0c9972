import type { StepState, TestNews, TestProgress, TestStep } from "#lib/contract/test-events.ts";

/** The steps of a test event, in their order. */
export const TEST_STEPS = ["sent", "proven", "stored", "seen"] as const satisfies readonly TestStep[];

/** What the news of a test event, in the order in which they came, add up to. Pure. */
export function testProgress(news: readonly TestNews[]): TestProgress {
  const done = new Map(news.flatMap((one) => (one.kind === "done" ? [[one.step, one] as const] : [])));
  const stop = news.find((one) => one.kind === "stopped") ?? null;
  const stopIndex = stop ? TEST_STEPS.indexOf(stop.step) : TEST_STEPS.length;
  const next = TEST_STEPS.find((step) => !done.has(step));

  const stateOf = (step: TestStep, index: number): StepState => {
    const known = done.get(step);
    if (known) return { state: "done", afterMs: known.afterMs, proof: known.proof ?? null };
    if (!stop) return { state: step === next ? "under_way" : "waiting" };
    if (index === stopIndex) return { state: "stopped" };
    return { state: index < stopIndex ? "unknown" : "skipped" };
  };
  const [sent, proven, stored, seen] = TEST_STEPS.map(stateOf) as [
    StepState,
    StepState,
    StepState,
    StepState,
  ]; // as many as there are steps
  return {
    destination: news.find((one) => one.kind === "begun")?.destination ?? null,
    reached: news.find((one) => one.kind === "reached") ?? null,
    steps: { sent, proven, stored, seen },
    stop,
    eventId: done.get("stored")?.eventId ?? null,
    isOver: stop !== null || next === undefined,
  };
}

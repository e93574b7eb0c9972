import type { RunItemView, RunView } from "#lib/contract/runs.ts";

/** A run in figures. */
export interface RunSummary {
  total: number;
  /** With one outcome or another. */
  ended: number;
  done: number;
  /** Left as they were, because somebody cancelled. */
  left: number;
  refusals: RunItemView[];
  /** What is done now, or next; null once nothing waits. */
  current: RunItemView | null;
}

/** Counts what became of a run's event types. Pure. */
export function runSummary({ items }: RunView): RunSummary {
  const count = (state: RunItemView["state"]) => items.filter((item) => item.state === state).length;
  return {
    total: items.length,
    ended: items.length - count("waiting"),
    done: count("done"),
    left: count("cancelled"),
    refusals: items.filter(({ state }) => state === "refused"),
    current: items.find(({ state }) => state === "waiting") ?? null,
  };
}

/** How far a run is in steps of ten percent: what is read out is not every webhook. Pure. */
export function percentSaid({ ended, total }: Pick<RunSummary, "ended" | "total">): number {
  return total === 0 ? 100 : Math.floor((ended * 10) / total) * 10;
}

/** Scopes that a run will still turn on (true) or off (false). Pure. */
export function waitingScopes(run: RunView | null): ReadonlyMap<string, boolean> {
  if (!run || run.kind === "put_right") return new Map();
  const waiting = run.items.filter(({ state }) => state === "waiting");
  return new Map(waiting.map(({ scope }) => [scope, run.kind === "turn_on"]));
}

/** Whether a run is over and nothing of it was refused: nobody has to do anything about it. Pure. */
export function isQuietlyDone({ endedAt, items }: RunView): boolean {
  return endedAt !== null && items.every(({ state }) => state !== "refused");
}

/** What takes a run's changes back; null where it changed nothing, or repaired, which is not undone. Pure. */
export function undoneBy({ kind, items }: RunView): { scopes: string[]; wanted: boolean } | null {
  const scopes = items
    .filter(({ state, action }) => state === "done" && action !== null)
    .map(({ scope }) => scope);
  return kind === "put_right" || scopes.length === 0 ? null : { scopes, wanted: kind === "turn_off" };
}

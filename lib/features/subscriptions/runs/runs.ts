import type { Person } from "#lib/features/audit/entry.ts";
import { RunAction, type RunAnswer, RunItemState, RunKind, type RunView } from "#lib/contract/runs.ts";
import type { StoreHash } from "#lib/ids.ts";
import { isWorkerThere } from "#lib/platform/queue/presence.ts";
import { sentenceOf } from "#lib/messages/sentences.ts";
import { RunNotFound, RunUnderWay } from "./errors.ts";
import {
  createRun,
  findRun,
  markCancelled,
  markPutAway,
  newestRun,
  reopenRun,
  type RunWithItems,
} from "./records.ts";

/** A run that is over is shown for so long, unless a person puts it away before. */
const SHOWN_MS = 24 * 3_600_000;

/**
 * Starts a run over many event types; a worker carries it out. An event type that is named twice counts once.
 * @throws {RunUnderWay}
 */
export async function startRun(
  store: StoreHash,
  { kind, scopes }: { kind: RunKind; scopes: readonly string[] },
  by: Person,
  now: Date,
): Promise<RunAnswer> {
  const run = await createRun(store, { kind, scopes: [...new Set(scopes)] }, by, now);
  if (!run) throw new RunUnderWay(`store ${store} has a run under way`);
  return answer(run);
}

/** The newest run, as long as a person may want to see it. */
export async function currentRun(store: StoreHash, now: Date): Promise<RunAnswer> {
  const run = await newestRun(store);
  const isShown =
    run &&
    run.putAwayAt === null &&
    (run.endedAt === null || now.getTime() - run.endedAt.getTime() < SHOWN_MS);
  return answer(isShown ? run : null);
}

/** @throws {RunNotFound} */
export async function readRun(store: StoreHash, id: string): Promise<RunAnswer> {
  return answer(await knownRun(store, id));
}

/**
 * Leaves what still waits as it is; what is done stays, and what is being done ends. Repeatable.
 * @throws {RunNotFound}
 */
export async function cancelRun(store: StoreHash, id: string, now: Date): Promise<RunAnswer> {
  const run = await knownRun(store, id);
  await markCancelled(run.id, now);
  return readRun(store, id);
}

/**
 * Tries again what was refused, some of it or all.
 * @throws {RunNotFound | RunUnderWay}
 */
export async function retryRun(
  store: StoreHash,
  id: string,
  scopes: readonly string[] | undefined,
  by: Person,
): Promise<RunAnswer> {
  const run = await knownRun(store, id);
  const reopened = await reopenRun(store, run.id, scopes, by);
  if (!reopened) throw new RunUnderWay(`store ${store} has a run under way`);
  return readRun(store, id);
}

/** Takes a run that is over off the screen. Repeatable. @throws {RunNotFound} */
export async function putRunAway(store: StoreHash, id: string, now: Date): Promise<RunAnswer> {
  const run = await knownRun(store, id);
  await markPutAway(run.id, now);
  return currentRun(store, now);
}

async function knownRun(store: StoreHash, id: string): Promise<RunWithItems> {
  const run = /^\d{1,18}$/.test(id) ? await findRun(store, BigInt(id)) : null;
  if (!run) throw new RunNotFound(`store ${store} has no such run`);
  return run;
}

async function answer(run: RunWithItems | null): Promise<RunAnswer> {
  return { run: run && runView(run), isWorkerThere: await isWorkerThere() };
}

function runView(run: RunWithItems): RunView {
  return {
    id: String(run.id),
    kind: RunKind.parse(run.kind),
    startedAt: run.startedAt.toISOString(),
    startedBy: run.startedBy,
    endedAt: run.endedAt?.toISOString() ?? null,
    isCancelled: run.cancelledAt !== null,
    items: run.items.map(({ scope, action, state, code }) => ({
      scope,
      action: RunAction.nullable().parse(action),
      state: RunItemState.parse(state),
      code,
      sentence: code === null ? null : sentenceOf(code),
    })),
  };
}

// What events are about, read at BigCommerce to tell what changed. Begin here.
//
// A thing (a product, an order, ...) that events named is a row in one of these states:
//   due       `dueAt` is set: `noteNewEvents` saw a newer event about it; a burst about one thing stays one row
//   waiting   due, but the store's quota is needed by others: the store's `waitsUntil` says until when
//   retrying  due again, after failures that may pass (`retry.ts`)
//   read      not due, no failure: what was found is kept, or known to be the same, gone or too large (`outcome.ts`)
//   given up  not due, with the failure's code: only the next event about it asks again
// A store has no row before its first reading (`baseline.ts` then reads what things are like), and may be switched off.
//
// `lib/jobs/wake-enrichment.ts` hears of commits and enqueues the job `read-resources`, which calls `readResources` and
// comes back when it says. No more than one job reads a store at a time; a second one leaves and comes later. Neither the
// receiver nor a route ever reads: an event is shown at once, and `changes-state.ts` says why its changes are not there.
//
// `difference.ts`, `outcome.ts`, `retry.ts`, `personal.ts` and `changes-state.ts` are pure; `records.ts` and
// `snapshots.records.ts` alone touch the tables.

import { storeApi, type StoreApi } from "#lib/platform/bigcommerce/client.ts";
import { Forbidden, OddAnswer, Unauthorized } from "#lib/platform/bigcommerce/errors.ts";
import { paceOfStore } from "#lib/platform/bigcommerce/paces.ts";
import type { QuotaRoom } from "#lib/platform/bigcommerce/pace.ts";
import { readThings } from "#lib/platform/bigcommerce/resources.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { findStore, storeCredentials } from "#lib/features/stores/records.ts";
import { traced, tracing } from "#lib/tracing/tracing.ts";
import { tracedEvents } from "./traced-events.ts";
import { isGranted, KIND_NAMES, KINDS, type KindName } from "./kinds.ts";
import { headlineOf } from "./headline.ts";
import { alsoCalled, giveLateWords } from "./late-words.ts";
import { outcomeOf } from "./outcome.ts";
import {
  dropDue,
  dueResources,
  findEnrichment,
  nextDue,
  noteNewEvents,
  type Resource,
  saveFailures,
  saveWait,
} from "./records.ts";
import { withEnrichmentLock } from "#lib/features/stores/locks.ts";
import { isOverdue, retryAt } from "./retry.ts";
import { keepFound, lastStates } from "./snapshots.records.ts";
import { wordsOf } from "./words.ts";

/** Reading stops when no more than this share of the store's quota is left: the rest is for people and other apps. */
export const QUOTA_SHARE_LEFT = 0.5;
/** Things taken from the list at once. */
const DUE_AT_ONCE = 200;
/** One job reads no longer than this; another goes on. */
const JOB_MS_MAX = 20_000;
/** After a failure of BigCommerce the rest waits so long. */
const REST_AFTER_FAILURE_MS = 30_000;
/** Another process reads this store now: try again after this time. */
const BUSY_MS = 2_000;

export interface EnrichmentOptions {
  clock: () => Date;
  patience: Patience;
}

/**
 * Reads the things that a store's new events are about, once for all events about the same thing, and keeps what was
 * found. Stops when half of the store's quota is spent. Safe to run twice, and at the same time.
 * @returns when to go on; null when nothing is left to be read.
 */
export async function readResources(storeHash: StoreHash, options: EnrichmentOptions): Promise<Date | null> {
  let goOnAt: Date | null = null;
  const isDone = await withEnrichmentLock(storeHash, async () => {
    goOnAt = await readWhatIsDue(storeHash, options);
  });
  return isDone ? goOnAt : new Date(options.clock().getTime() + BUSY_MS);
}

async function readWhatIsDue(
  storeHash: StoreHash,
  { clock, patience }: EnrichmentOptions,
): Promise<Date | null> {
  const [store, credentials, enrichment] = await Promise.all([
    findStore(storeHash),
    storeCredentials(storeHash),
    findEnrichment(storeHash),
  ]);
  const kinds = KIND_NAMES.filter((kind) => isGranted(kind, store?.scopes ?? []));
  if (!credentials || enrichment?.isOn === false || kinds.length === 0) {
    await dropDue(storeHash);
    return null;
  }
  const startedAt = clock();
  await noteNewEvents(storeHash, kinds, startedAt);
  const api = storeApi(credentials, patience);
  for (;;) {
    const due = await dueResources(storeHash, clock(), DUE_AT_ONCE);
    if (due.length === 0) break;
    const stop = await readAll(storeHash, api, due, clock);
    if (stop) return stop.goOnAt;
    if (patience.signal?.aborted || clock().getTime() - startedAt.getTime() > JOB_MS_MAX) return clock();
  }
  if (enrichment?.waitsUntil) await saveWait(storeHash, null);
  await giveLateWords(storeHash);
  return nextDue(storeHash);
}

/** Reads these things, a call after the other. @returns when to go on, if it stopped before the end. */
async function readAll(
  storeHash: StoreHash,
  api: StoreApi,
  due: readonly Resource[],
  clock: () => Date,
): Promise<{ goOnAt: Date | null } | null> {
  let left = callsFor(due);
  for (let call = left.shift(); call; call = left.shift()) {
    const room = roomOf(storeHash);
    if (room.share <= QUOTA_SHARE_LEFT) {
      const waiting = [call, ...left].flatMap(({ things }) => things);
      return { goOnAt: await waitForQuota(storeHash, waiting, room, clock()) };
    }
    const failure = await readOnce(storeHash, api, call, clock);
    if (!failure) continue;
    const { error, things } = failure;
    const { kind } = call;
    const isVoid = error instanceof Unauthorized;
    // What is refused to one is refused to the others: no one asks for each of them.
    const alike =
      error instanceof Forbidden ? left.filter((other) => other.kind === kind) : isVoid ? left : [];
    left = left.filter((other) => !alike.includes(other));
    const failed = [...things, ...alike.flatMap((other) => other.things)];
    const now = clock();
    log.info({ storeHash, kind, things: failed.length, code: error.code }, "could not read what changed");
    await saveFailures(
      failed.map((resource) => ({ resource, code: error.code, dueAt: retryAt(resource, error, now) })),
      now,
    );
    // Where BigCommerce fails, the rest would fail as well, and each after its time; an odd answer is about its own things.
    if (error.retryable && !(error instanceof OddAnswer))
      return { goOnAt: new Date(now.getTime() + REST_AFTER_FAILURE_MS) };
  }
  return null;
}

const roomOf = (storeHash: StoreHash): QuotaRoom => {
  const nowMs = performance.now();
  return paceOfStore(storeHash, nowMs).room(nowMs);
};

async function waitForQuota(
  storeHash: StoreHash,
  waiting: readonly Resource[],
  { renewedInMs }: QuotaRoom,
  now: Date,
): Promise<Date> {
  const overdue = waiting.filter((resource) => isOverdue(resource, now));
  await saveFailures(
    overdue.map((resource) => ({ resource, code: "BIGCOMMERCE_RATE_LIMITED", dueAt: null })),
    now,
  );
  const until = new Date(now.getTime() + Math.ceil(renewedInMs));
  await saveWait(storeHash, until);
  return until;
}

interface Call {
  kind: KindName;
  things: Resource[];
}

/** The calls that read these things, each with as many as it can ask for. */
function callsFor(due: readonly Resource[]): Call[] {
  return KIND_NAMES.flatMap((kind) => {
    const things = due.filter(({ type }) => type === kind);
    const { perCall } = KINDS[kind];
    return Array.from({ length: Math.ceil(things.length / perCall) }, (_, index) => ({
      kind,
      things: things.slice(index * perCall, (index + 1) * perCall),
    }));
  });
}

/** Things that could not be read, and why. */
interface Failure {
  error: AppError;
  things: readonly Resource[];
}

/** Reads what one call asks for and keeps what was found. @returns what could not be read; null when all could. */
async function readOnce(
  storeHash: StoreHash,
  api: StoreApi,
  { kind, things: asked }: Call,
  clock: () => Date,
): Promise<Failure | null> {
  const about = tracing() ? await tracedEvents(storeHash, asked) : [];
  return traced(
    () => ({ name: `read ${kind}`, kind: "internal", about }),
    () => readAndKeep(storeHash, api, { kind, things: asked }, clock),
  );
}

async function readAndKeep(
  storeHash: StoreHash,
  api: StoreApi,
  { kind, things: asked }: Call,
  clock: () => Date,
): Promise<Failure | null> {
  const fetchedAt = clock();
  const ids = asked.map(({ id }) => id);
  try {
    const answer = await readThings(api, kind, ids);
    const unreadable = new Set(answer.unreadable);
    const told = asked.filter(({ id }) => !unreadable.has(id));
    const before = await lastStates(storeHash, told);
    const things = told.flatMap(({ id }) => answer.things.get(id) ?? []);
    const also = await alsoCalled(storeHash, kind, things);
    const found = told.map((resource) => {
      const thing = answer.things.get(resource.id);
      const known = before.get(`${resource.type}:${resource.id}`);
      const outcome = outcomeOf(thing, known);
      const isKept = outcome.outcome === "kept";
      return {
        resource,
        ...outcome,
        changes: isKept && known !== undefined ? headlineOf(known, thing) : null,
        words: isKept ? wordsOf(kind, thing, also(thing)) : [],
      };
    });
    const refused = await keepFound(storeHash, found, fetchedAt);
    const unread = [...asked.filter(({ id }) => unreadable.has(id)), ...refused];
    if (unread.length === 0) return null;
    return {
      error: new OddAnswer(`${kind}: ${unread.length} of ${asked.length} cannot be read`),
      things: unread,
    };
  } catch (error) {
    if (error instanceof AppError) return { error, things: asked };
    throw error;
  }
}

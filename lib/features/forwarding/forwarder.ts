import { turnOffByKeeper } from "#lib/features/destinations/turn-off.ts";
import { randomUUID } from "node:crypto";
import { DESTINATIONS_CHANNEL, EVENTS_CHANNEL } from "#lib/platform/db/channels.ts";
import { subscribe } from "#lib/platform/db/notifications.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { Claims } from "./claims.ts";
import { MACHINE_CLOCK, type Clock } from "./clock.ts";
import type { Lane } from "./lane.ts";
import { countHoldings } from "./figures.ts";
import { Ledger } from "./ledger.ts";
import { Outbox } from "./outbox.ts";
import { announceFree } from "./owners.records.ts";
import { Reader } from "./reader.ts";
import { Sender } from "./sender.ts";
import { TIMES, type ForwarderTimes } from "./times.ts";

/** Changes of destinations are collected for so long. */
const COLLECT_MS = 50;
/** From one look whether all has ended to the next, while it stops. */
const STOPPING_MS = 20;
/** After a failure. */
const AGAIN_MS = 1_000;

const NOT_CARED_FOR = new Trouble({
  level: "error",
  message: "destinations could not be claimed or held; trying again",
  over: "destinations are claimed and held again",
});

export interface Forwarder {
  readonly ownerId: string;
  /** Ends what is under way within a few seconds, writes it down and gives the destinations back. May be called twice. */
  stop(): Promise<void>;
  /**
   * Has other workers take at once what a stop gave back. To be called after it, when this worker's presence has ended: as long
   * as others count it as one of them, what it had is more than their share. Repeatable; never rejects.
   */
  handOver(): Promise<void>;
}

/**
 * Sends events on to the destinations that this process owns, until it is stopped. Any number of processes may do so at once:
 * each destination has one owner. What goes wrong with the database is tried again.
 */
export function startForwarder({
  times = TIMES,
  clock = MACHINE_CLOCK,
}: { times?: ForwarderTimes; clock?: Clock } = {}): Forwarder {
  const ownerId = randomUUID();
  const ending = new AbortController();
  const timers = new Set<() => void>();
  const acting = new Set<Promise<void>>();
  const changed = new Set<string>();
  let isStopping = false;
  let isGivenBack = false;

  const outbox = new Outbox({ ownerId, clock, flushMs: times.flushMs, lost: (lane) => claims.drop(lane) });
  const ledger = new Ledger({ clock, factsMs: times.factsMs, outbox, moved, turnOff });
  const claims = new Claims({
    ownerId,
    times,
    clock,
    outbox,
    ledger,
    moved,
    acted,
    dropped: (lane) => {
      sender.drop(lane);
      ledger.drop(lane);
    },
  });
  const reader = new Reader({
    clock,
    lanes: () => claims.lanes.values(),
    ofStore: (store) => claims.ofStore(store),
    take: (lane, events) => ledger.take(lane, events),
  });
  const sender = new Sender({
    clock,
    signal: ending.signal,
    idle,
    attempted: (lane, item, attempted) => ledger.attempted(lane, item, attempted),
    vanished: (lane, item) => ledger.vanished(lane, item),
  });

  function moved(lane: Lane): void {
    if (lane.isLeaving) return void acted(claims.settle(lane)).catch(failed);
    sender.ready(lane);
    reader.fill(lane);
  }

  /** Its places are taken by what is not written down yet, or it has nothing to send. */
  function idle(lane: Lane): void {
    if (lane.unwritten > 0 && (lane.isBehind || lane.window.size > lane.window.underWay)) outbox.hurry();
    reader.fill(lane);
  }

  function turnOff(lane: Lane, reason: "gone" | "refused" | "unanswered"): void {
    if (lane.isLeaving) return;
    lane.isLeaving = true;
    const { destinationId: id, storeHash, epoch } = lane;
    turnOffByKeeper({ id, storeHash, epoch }, reason, clock.now()).then(() => claims.leave(lane), failed);
  }

  function failed(error: unknown): void {
    NOT_CARED_FOR.met(error);
  }

  /** Keeps an act in mind, so that a stop can wait for it. */
  function acted(act: Promise<void>): Promise<void> {
    acting.add(act);
    const over = () => acting.delete(act);
    act.then(over, over);
    return act;
  }

  /** Does something again and again; after a failure soon. */
  function repeat(ms: number, act: () => Promise<void>): void {
    const later = (afterMs: number) => {
      const cancel = clock.after(afterMs, () => {
        timers.delete(cancel);
        acted(act()).then(
          () => (NOT_CARED_FOR.passed(), later(ms)),
          (error: unknown) => (failed(error), later(Math.min(ms, AGAIN_MS))),
        );
      });
      if (isStopping) cancel();
      else timers.add(cancel);
    };
    later(0);
  }

  async function sweep(): Promise<void> {
    await claims.claim();
    const faults: unknown[] = [];
    // What is wrong with one must not keep the others' positions where they are.
    for (const lane of Array.from(claims.lanes.values()))
      await sweepOne(lane).catch((error: unknown) => faults.push(error));
    if (faults.length > 0) throw faults[0];
  }

  async function sweepOne(lane: Lane): Promise<void> {
    const beganMs = clock.nowMs();
    await reader.readLate(lane);
    ledger.keepHeld(lane);
    ledger.forgetBodies(lane, beganMs - times.bodyMs);
    ledger.advance(lane, beganMs - times.settleMs);
    if (lane.hasMoreRetries && lane.window.kept < LOW_RETRIES) await claims.loadRetries(lane);
    moved(lane);
  }

  function hearChange(id: string | null): void {
    const isCollecting = changed.size > 0;
    if (id === null) for (const known of claims.lanes.keys()) changed.add(known);
    else changed.add(id);
    if (isCollecting) return;
    clock.after(COLLECT_MS, () => void acted(applyChanges()).catch(failed));
  }

  async function applyChanges(): Promise<void> {
    const ids = [...changed];
    changed.clear();
    if (isStopping) return;
    for (const id of ids) {
      const lane = claims.lanes.get(id);
      if (lane) await claims.refresh(lane);
    }
    await claims.claim();
  }

  const unsubscribe = [
    subscribe(EVENTS_CHANNEL, (payload) => reader.hear(payload)),
    subscribe(DESTINATIONS_CHANNEL, hearChange),
    countHoldings(claims.lanes),
  ];
  repeat(times.sweepMs, sweep);
  repeat(times.renewMs, () => claims.renew());

  const stop = async () => {
    isStopping = true;
    for (const end of unsubscribe) end();
    for (const cancel of timers) cancel();
    claims.close();
    for (const lane of claims.lanes.values()) lane.isLeaving = true;
    const untilMs = clock.nowMs() + times.stopMs;
    while ((sender.underWay > 0 || acting.size > 0) && clock.nowMs() < untilMs)
      await new Promise<void>((resolve) => void clock.after(STOPPING_MS, resolve));
    ending.abort();
    await claims.releaseAll().then(() => (isGivenBack = true), failed);
  };
  const handOver = async () => {
    // Given back or not, a claim runs out; a database that just failed is not waited for a second time.
    if (isGivenBack) await announceFree().catch(failed);
  };
  let stopped: Promise<void> | undefined;
  return { ownerId, stop: () => (stopped ??= stop()), handOver };
}

/** When fewer rows wait in a window than this, it is given more. */
const LOW_RETRIES = 500;

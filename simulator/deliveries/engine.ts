import { setTimeout as delay } from "node:timers/promises";
import type { QueuedDelivery } from "#simulator/world/state.ts";
import type { World } from "#simulator/world/world.ts";
import { attempt, type Means } from "./attempt.ts";
import { deactivateQuietHooks } from "./deactivate.ts";
import { COPY_DELAY_MS, fanOut, isWebAddress, type FiredEvent } from "./fan-out.ts";
import { Lanes } from "./lanes.ts";
import { createSender } from "./send.ts";

/** Longest sleep between two looks at the queue and at quiet hooks, in milliseconds. */
const SLEEP_MAX_MS = 3_600_000;

/** Takes events to the hooks that want them, until they arrive or are given up. */
export interface DeliveryEngine {
  /** Queues events for a store's hooks and returns their hashes in order. Sending happens afterwards. */
  fire(storeHash: string, events: readonly FiredEvent[]): string[];
  /** Looks at the queue soon; to be called when something in it may have become due or pointless. */
  wake(): void;
  /**
   * Moves the virtual clock on and does on the way, in order, all that becomes due.
   * Resolves when the attempts that fell into the time have been made.
   */
  advance(seconds: number): Promise<void>;
  /** Resolves when nothing is due and nothing under way. */
  settled(): Promise<void>;
  stop(): void;
}

/** An engine over `world`; `secretOf` gives the client secret that signs a client's deliveries. */
export function startDeliveries(world: World, secretOf: Means["secretOf"]): DeliveryEngine {
  const means: Means = { sender: createSender(), secretOf, isStopped: () => isStopped };
  const lanes = new Lanes();
  const dispatched = new Set<number>();
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;
  let isStopped = false;
  let advancing: Promise<void> = Promise.resolve();

  const dispatch = (item: QueuedDelivery) => {
    dispatched.add(item.id);
    const destination = world.hook(item.hookId)?.destination ?? "";
    const lane = isWebAddress(destination) ? new URL(destination).host : "";
    const job = lanes
      .run(lane, world.state.settings.concurrencyPerHost, () => attempt(world, item, means))
      .finally(() => {
        dispatched.delete(item.id);
        underWay.delete(job);
        wake();
      });
    underWay.add(job);
  };

  /** Sends all that is due; returns the virtual time at which the next thing will be. */
  const pump = (): number => {
    deactivateQuietHooks(world);
    const nowMs = world.clock.nowMs();
    let nextMs = Infinity;
    for (const item of Object.values(world.state.queue)) {
      if (dispatched.has(item.id)) continue;
      if (item.dueAtMs <= nowMs) dispatch(item);
      else nextMs = Math.min(nextMs, item.dueAtMs);
    }
    return nextMs;
  };

  const wake = () => {
    if (!isStopped) immediate ??= setImmediate(look);
  };
  const look = () => {
    immediate = undefined;
    clearTimeout(timer);
    const sleepMs = Math.min(pump() - world.clock.nowMs(), SLEEP_MAX_MS);
    timer = setTimeout(look, Math.max(sleepMs, 0));
  };

  const walk = async (seconds: number) => {
    const { state } = world;
    const targetMs = world.clock.offsetMs() + seconds * 1000;
    for (;;) {
      pump();
      await Promise.all(underWay);
      // Only retries set the pace: what happens meanwhile is sent at once and needs no other time.
      const retries = Object.values(world.state.queue).filter(({ failures }) => failures > 0);
      const dueMs = retries.reduce((earliest, { dueAtMs }) => Math.min(earliest, dueAtMs), Infinity);
      if (isStopped || world.state !== state) return;
      if (dueMs > Date.now() + targetMs) break;
      world.clock.moveTo(dueMs - Date.now());
    }
    world.clock.moveTo(targetMs);
    pump();
    await Promise.all(underWay);
    world.save();
    wake();
  };

  wake();
  return {
    fire: (storeHash, events) => {
      const hashes = fanOut(world, storeHash, events);
      wake();
      return hashes;
    },
    wake,
    advance: (seconds) => (advancing = advancing.then(() => walk(seconds))),
    settled: async () => {
      for (;;) {
        const waitMs = pump() - world.clock.nowMs();
        if (underWay.size > 0) await Promise.all(underWay);
        else if (waitMs <= COPY_DELAY_MS) await delay(Math.max(waitMs, 0));
        else return;
      }
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      clearImmediate(immediate);
      means.sender.close();
    },
  };
}

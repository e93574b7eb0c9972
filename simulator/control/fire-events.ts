import { z } from "zod";
import type { DeliveryEngine } from "#simulator/deliveries/engine.ts";
import type { FiredEvent } from "#simulator/deliveries/fan-out.ts";
import { newHash } from "#simulator/deliveries/payload.ts";
import { sampleData } from "#simulator/deliveries/sample-data.ts";
import { isConcrete } from "#simulator/deliveries/scopes.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

/** Milliseconds between two portions of a paced series. */
const PORTION_MS = 20;
/** Seconds over which the times of a shuffled series are spread, so that its disorder shows. */
const SHUFFLE_SPREAD_SECONDS = 10;

/** What to fire: `count` events of one scope. */
export const EventOrder = z.strictObject({
  scope: z.string().min(1).refine(isConcrete, "must be a concrete event, not a wildcard"),
  /** The same for all; left out, each event gets plausible data of its own. */
  data: z.unknown().optional(),
  count: z.number().int().min(1).max(100_000).default(1),
  /** Left out: all at once. */
  perSecond: z.number().min(0.01).max(100_000).optional(),
  /** Sends each event twice. */
  duplicate: z.boolean().default(false),
  /** Sends them in another order than that in which they happened. */
  shuffle: z.boolean().default(false),
  /** Unix seconds; left out: now. */
  createdAt: z.number().int().min(0).optional(),
});
export type EventOrder = z.infer<typeof EventOrder>;

/** Fires series of events, some of them over a while. */
export interface EventSource {
  /** Starts a series; returns the hashes of all its events, in the order in which they happen. */
  start(store: SimulatedStore, order: EventOrder): string[];
  /** Ends every series that is still going on. */
  stop(): void;
}

/** A source that fires through `engine`. */
export function eventSource(engine: DeliveryEngine): EventSource {
  const timers = new Set<NodeJS.Timeout>();
  const turns = new WeakMap<SimulatedStore, number>();

  const nextTurn = (store: SimulatedStore): number => {
    const turn = turns.get(store) ?? 0;
    turns.set(store, turn + 1);
    return turn;
  };

  const pace = (storeHash: string, events: readonly FiredEvent[], perSecond: number) => {
    const startedMs = performance.now();
    let fired = 0;
    const timer = setInterval(() => {
      const due = Math.min(
        events.length,
        Math.floor(((performance.now() - startedMs) / 1000) * perSecond) + 1,
      );
      if (due > fired) engine.fire(storeHash, events.slice(fired, due));
      fired = due;
      if (fired < events.length) return;
      clearInterval(timer);
      timers.delete(timer);
    }, PORTION_MS);
    timers.add(timer);
  };

  return {
    start: (store, order) => {
      const nowSeconds = Math.floor(Date.now() / 1000);
      const events = Array.from({ length: order.count }, (_, index): FiredEvent => {
        const ageSeconds = Math.floor(((order.count - 1 - index) / order.count) * SHUFFLE_SPREAD_SECONDS);
        const createdAt = order.createdAt ?? (order.shuffle ? nowSeconds - ageSeconds : undefined);
        return {
          scope: order.scope,
          data: order.data === undefined ? sampleData(order.scope, store, nextTurn(store)) : order.data,
          hash: newHash(),
          isDoubled: order.duplicate,
          ...(createdAt === undefined ? {} : { createdAt }),
        };
      });
      const inOrderSent = order.shuffle ? shuffled(events) : events;
      if (order.perSecond === undefined) engine.fire(store.hash, inOrderSent);
      else pace(store.hash, inOrderSent, order.perSecond);
      return events.flatMap(({ hash }) => hash ?? []);
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer);
      timers.clear();
    },
  };
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

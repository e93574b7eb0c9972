import { doSomething } from "#simulator/shop/activity.ts";
import type { Random } from "./shop/random.ts";
import type { FireEvents } from "./shop/shop-event.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

/** What a trickle of small changes needs; `stores` is asked again each time. */
export interface TrickleOptions {
  /** The middle of the pause between two activities of a store; each pause is a third longer or shorter at most. */
  everyMs: number;
  stores: () => readonly SimulatedStore[];
  fire: FireEvents;
  save: () => void;
  random?: Random;
}

/**
 * Lets every store that may trickle do something small from time to time, until the returned function is called.
 * Does not keep the process alive by itself.
 */
export function startTrickle(options: TrickleOptions): () => void {
  const random = options.random ?? Math.random;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(
      () => {
        trickle(options, new Date(), random);
        wait();
      },
      options.everyMs * (2 / 3 + random() * (2 / 3)),
    );
    timer.unref();
  };
  wait();
  return () => clearTimeout(timer);
}

/** One activity in each store that may trickle, fired and saved. */
export function trickle(
  { stores, fire, save }: Pick<TrickleOptions, "stores" | "fire" | "save">,
  now: Date,
  random: Random,
): void {
  for (const store of stores()) {
    if (!store.isTrickling) continue;
    const events = doSomething(store.shop, now, random);
    if (events.length === 0) continue;
    fire(store.hash, events);
    save();
  }
}

import type { FireEvents, ShopEvent, SimulatedStore } from "#simulator/world/store.ts";
import { act, type ShopAction } from "./actions.ts";
import { chooseAction, type Kind, possibleKinds } from "./choose.ts";
import { ShopError } from "./find.ts";
import { pickWeighted, type Random } from "./random.ts";
import type { ShopState } from "./state.ts";

/** How often a shop does each thing. Carts are busiest; each is paid for, changed, emptied or abandoned later. */
const WEIGHTS: Record<Kind, number> = {
  "start-cart": 24,
  "change-cart": 9,
  "empty-cart": 2,
  "abandon-cart": 7,
  "check-out": 15,
  "place-order": 8,
  "change-status": 13,
  "ship-order": 11,
  "change-price": 2,
  "change-stock": 4,
  "edit-customer": 3,
  "move-house": 1,
  "sign-up": 1,
};

/** What a shop does next by itself, chosen from what is possible in it now. Changes nothing. */
export function nextActivity(shop: ShopState, random: Random): ShopAction {
  const possible = possibleKinds(shop);
  const weights = Object.fromEntries(possible.map((kind) => [kind, WEIGHTS[kind]]));
  const kind = pickWeighted<Kind>(random, weights) ?? "sign-up";
  return chooseAction(shop, kind, random) ?? { kind: "sign-up" };
}

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

/** Does the next activity to a shop and returns its events; none when the shop turned out to be unable. */
export function doSomething(shop: ShopState, now: Date, random: Random): ShopEvent[] {
  try {
    return act(shop, nextActivity(shop, random), now, random).events;
  } catch (error) {
    // A cart may hold more than is left by the time it is paid for: in a shop that is not a fault but a disappointment.
    if (error instanceof ShopError) return [];
    throw error;
  }
}

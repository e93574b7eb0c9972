import type { ShopEvent } from "./shop-event.ts";
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

import type { Numbered, ShopState } from "./state.ts";

/** Takes the next id of a kind; each is given out once. */
export function takeId(shop: ShopState, kind: Numbered): number {
  const id = shop.nextIds[kind];
  shop.nextIds[kind] = id + 1;
  return id;
}

import type { ShopEvent } from "#simulator/world/store.ts";

/** What an action did: a sentence for a person, and the events that BigCommerce would fire, in their order. */
export interface ActionResult {
  summary: string;
  events: ShopEvent[];
}

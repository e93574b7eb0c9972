import type { ShopEvent } from "./shop-event.ts";

/** What an action did: a sentence for a person, and the events that BigCommerce would fire, in their order. */
export interface ActionResult {
  summary: string;
  events: ShopEvent[];
}

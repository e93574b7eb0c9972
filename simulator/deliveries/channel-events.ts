import type { ShopEvent } from "#simulator/shop/shop-event.ts";

/** The channel of a store's own shop. */
const CHANNEL_ID = 1;

/**
 * What else happens when `event` does: the same thing as an event of the shop's channel, which has a scope and data
 * of its own. Source: BigCommerce docs, Webhook events, Channels.
 */
export function channelEvents(event: ShopEvent): ShopEvent[] {
  const { data, scope } = event;
  if (typeof data !== "object" || data === null || !("id" in data)) return [];
  const [, family, ...rest] = scope.split("/");
  const twin = (twinData: object): ShopEvent[] => [
    { scope: ["store/channel", CHANNEL_ID, family, ...rest].join("/"), data: twinData },
  ];
  if (rest[0] === "metafield") return [];
  if (family === "order" && rest[0] !== "transaction") return twin({ order_id: data.id });
  if (family === "cart" && rest[0] === "lineItem" && "cartId" in data)
    return twin({ cart_id: data.cartId, cart_item_id: data.id });
  return family === "cart" ? twin({ cart_id: data.id }) : [];
}

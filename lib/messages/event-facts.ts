/** What a delivery says of an event beside the number of its thing. */
interface EventFacts {
  /** An order's status before and after, by BigCommerce's ids. */
  statuses: readonly [before: number, after: number] | null;
  /** The order that a cart became. */
  order: string | null;
}

const own = (value: unknown, key: string): unknown =>
  // Whether the key is there is asked before.
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

/**
 * The facts that a body's `data` holds, by the path of its scope. Pure; never throws.
 * Source: BigCommerce docs, Webhook events, `store/order/statusUpdated` and `store/cart/converted`.
 */
export function facts(path: string, data: unknown): EventFacts {
  const status = path === "order/statusUpdated" ? own(data, "status") : undefined;
  const [before, after] = [own(status, "previous_status_id"), own(status, "new_status_id")];
  const order = path === "cart/converted" ? (own(data, "orderId") ?? own(data, "order_id")) : undefined;
  return {
    statuses: isStatus(before) && isStatus(after) ? [before, after] : null,
    order: isNumber(order) ? String(order) : null,
  };
}

/** The event type that an event about the source is about; null of any other body. Pure; never throws. */
export function sourceTypeOf(data: unknown): string | null {
  const id = own(data, "id");
  return typeof id === "string" ? id : null;
}

const isStatus = (id: unknown): id is number => typeof id === "number" && Number.isSafeInteger(id) && id >= 0;

const isNumber = (id: unknown): id is number | string => /^[0-9]{1,18}$/.test(String(id));

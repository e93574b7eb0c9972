/** The event type by which BigCommerce tells of deliveries that failed. Source: BigCommerce docs, webhook events. */
export const EXCEPTION_SCOPE = "store/hook/deliveryException";

/** The address to which a store's delivery exception hook delivers. */
export function exceptionAddress(exceptionUrl: string, storeHash: string): string {
  return `${exceptionUrl}${pathOf(storeHash)}`;
}

/** Whether a hook delivers to this app's address for exceptions, at whatever host that was. */
export function isExceptionAddress(hookUrl: string, storeHash: string): boolean {
  return URL.parse(hookUrl)?.pathname === pathOf(storeHash);
}

function pathOf(storeHash: string): string {
  return `/api/exceptions/${storeHash}`;
}

/** The address to which a store's hooks deliver. */
export function receiverUrlOf(appUrl: string, storeHash: string): string {
  return `${appUrl}/api/webhooks/${storeHash}`;
}

/**
 * Whether deliveries to two addresses arrive at the same place, however they are spelt: scheme and host have no case,
 * the scheme's own port may be left out, and the receiver looks neither at a slash at the end nor at a query. Pure.
 */
export function isSameAddress(one: string, other: string): boolean {
  return one === other || addressOf(one) === addressOf(other);
}

function addressOf(spelt: string): string {
  const url = URL.parse(spelt);
  return url ? `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, "")}` : spelt;
}

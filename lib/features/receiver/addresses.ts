/** The event type by which BigCommerce tells of deliveries that failed. Source: BigCommerce docs, webhook events. */
export const EXCEPTION_SCOPE = "store/hook/deliveryException";

/** The address to which a store's delivery exception hook delivers. */
export function exceptionAddress(exceptionUrl: string, storeHash: string): string {
  return `${exceptionUrl}${pathOf(storeHash)}`;
}

/** Whether a hook delivers to this app's address for exceptions, at whatever host that was. */
export function isExceptionAddress(destination: string, storeHash: string): boolean {
  return URL.parse(destination)?.pathname === pathOf(storeHash);
}

function pathOf(storeHash: string): string {
  return `/api/exceptions/${storeHash}`;
}

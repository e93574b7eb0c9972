/**
 * Whether a hook with `hookScope` wants an event of `eventScope`.
 * A wildcard takes its whole family, save that a cart's metafields are no cart events. `store/channel/*` brings all that
 * happens in each channel, as a store reports (bigcommerce-for-wordpress, issue 477). The asterisk in
 * `store/channel/*` + `/inventory/...` is a literal one. Source: BigCommerce docs, Webhook events.
 */
export function wants(hookScope: string, eventScope: string): boolean {
  if (hookScope === eventScope) return true;
  if (!hookScope.endsWith("/*") || eventScope === EXCEPTION_SCOPE) return false;
  const family = hookScope.slice(0, -1);
  if (!eventScope.startsWith(family)) return false;
  const member = eventScope.slice(family.length);
  if (hookScope === "store/cart/*") return !member.startsWith("metafield/");
  return true;
}

/** The scope that tells of undelivered events. Source: BigCommerce docs, Webhook events. */
export const EXCEPTION_SCOPE = "store/hook/deliveryException";

/** Whether `scope` names one concrete event, which can happen, and not a family. */
export const isConcrete = (scope: string): boolean => !scope.endsWith("/*");

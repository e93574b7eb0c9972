import type { MiddlewareHandler } from "hono";
import type { GateEnv } from "./gate.ts";
import { forbidden, problemResponse } from "./problems.ts";

/** Which scope opens which resources; where it is one for reading, the same name without its ending opens them too. */
const SCOPES: ReadonlyArray<readonly [path: RegExp, scope: string]> = [
  [/^\/stores\/\w+\/v2\/store$/, "store_v2_information_read_only"],
  [/^\/stores\/\w+\/v2\/orders/, "store_v2_orders_read_only"],
  [/^\/stores\/\w+\/v3\/catalog/, "store_v2_products_read_only"],
  [/^\/stores\/\w+\/v3\/customers/, "store_v2_customers_read_only"],
  [/^\/stores\/\w+\/v3\/channels/, "store_channel_settings_read_only"],
  [/^\/stores\/\w+\/v3\/carts/, "store_cart_read_only"],
  [/^\/stores\/\w+\/graphql$/, "store_app_extensions_manage"],
];

/** Answers 403 when the store's token lacks the scope of a resource. Source: BigCommerce docs, API accounts. */
export const scopeGuard: MiddlewareHandler<GateEnv> = async (context, next) => {
  const needed = SCOPES.find(([path]) => path.test(context.req.path))?.[1];
  const granted = context.get("store").installation?.scopes ?? [];
  const isOpen =
    needed === undefined || granted.includes(needed) || granted.includes(needed.replace(/_read_only$/, ""));
  if (!isOpen) return problemResponse(forbidden());
  await next();
  return undefined;
};

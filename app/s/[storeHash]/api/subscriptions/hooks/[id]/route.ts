import { HookRemoved } from "#lib/contract/subscriptions.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { removeHookOfOthers } from "#lib/features/subscriptions/remove-hook.ts";

/** Removes a webhook that another installation of this app made. */
export const DELETE = storeRoute({
  answer: HookRemoved,
  run: ({ store, params, access, now }) => removeHookOfOthers(store, params.id ?? "", { by: access, now }),
});

const refuse = methodNotAllowed("DELETE");
export { refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };

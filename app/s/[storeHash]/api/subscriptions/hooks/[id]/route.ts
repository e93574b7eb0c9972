import { HookRemoved } from "#lib/contract/subscriptions.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { removeHookOfOthers } from "#lib/features/subscriptions/remove-hook.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Removes a webhook that another installation of this app made. */
  DELETE: storeRoute({
    changesWebhooks: true,
    answer: HookRemoved,
    run: ({ store, params, access, now }) => removeHookOfOthers(store, params.id ?? "", { by: access, now }),
  }),
});

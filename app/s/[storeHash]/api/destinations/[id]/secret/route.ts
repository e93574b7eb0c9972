import { SecretRenewal, SecretRenewed } from "#lib/contract/destinations.ts";
import { renewKey } from "#lib/features/destinations/change.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Gives a destination another key, which is answered this once; the owner alone may. */
  POST: storeRoute({
    isForOwner: true,
    body: SecretRenewal,
    answer: SecretRenewed,
    run: async ({ access, params: { id = "" }, body, now }) => ({
      secret: await renewKey(access, id, body, now),
    }),
  }),
});

import { z } from "zod";
import { SecretView } from "#lib/contract/secret.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { beginRenewal, secretView } from "#lib/features/secrets/renew-secret.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** How far the renewal of the webhook secret is. */
  GET: storeRoute({ answer: SecretView, run: ({ store }) => secretView(store) }),
  /** Begins to renew the webhook secret; only for the owner. */
  POST: storeRoute({
    isForOwner: true,
    body: z.object({}),
    answer: SecretView,
    run: ({ access, now }) => beginRenewal(access, now),
  }),
});

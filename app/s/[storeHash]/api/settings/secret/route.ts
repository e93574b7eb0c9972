import { z } from "zod";
import { SecretView } from "#lib/contract/secret.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { beginRenewal, secretView } from "#lib/features/secrets/renew-secret.ts";

/** How far the renewal of the webhook secret is. */
export const GET = storeRoute({ answer: SecretView, run: ({ store }) => secretView(store) });

/** Begins to renew the webhook secret; only for the owner. */
export const POST = storeRoute({
  isForOwner: true,
  body: z.object({}),
  answer: SecretView,
  run: ({ access, now }) => beginRenewal(access, now),
});

const refuse = methodNotAllowed("GET", "HEAD", "POST");
export { refuse as PUT, refuse as PATCH, refuse as DELETE };

import { z } from "zod";
import { renewAlertSecret } from "#lib/features/alerts/settings.ts";
import { AlertSecret } from "#lib/contract/alerts.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** Makes another secret for the webhook, and shows it this once; the owner alone may. */
export const POST = storeRoute({
  isForOwner: true,
  body: z.object({}),
  answer: AlertSecret,
  run: async ({ access, now }) => ({ secret: await renewAlertSecret(access, now) }),
});

const refuse = methodNotAllowed("POST");
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };

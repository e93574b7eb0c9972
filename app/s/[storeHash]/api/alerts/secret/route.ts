import { z } from "zod";
import { renewAlertSecret } from "#lib/features/alerts/settings.ts";
import { AlertSecret } from "#lib/contract/alerts.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Makes another secret for the webhook, and shows it this once; the owner alone may. */
  POST: storeRoute({
    isForOwner: true,
    body: z.object({}),
    answer: AlertSecret,
    run: async ({ access, now }) => ({ secret: await renewAlertSecret(access, now) }),
  }),
});

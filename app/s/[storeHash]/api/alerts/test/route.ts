import { testAlerts } from "#lib/features/alerts/settings.ts";
import { AlertTest, AlertTestResult } from "#lib/contract/alerts.ts";
import { admitTest } from "#lib/http/rate-limit.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Sends a test to everybody whom a channel reaches; the owner alone may, and not often: a test goes to strangers, too. */
  POST: storeRoute({
    isForOwner: true,
    body: AlertTest,
    answer: AlertTestResult,
    run: async ({ store, access, body: { channel }, now }) => {
      await admitTest(store);
      return { deliveries: await testAlerts(access, channel, now) };
    },
  }),
});

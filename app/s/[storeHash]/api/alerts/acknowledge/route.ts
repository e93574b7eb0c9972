import { acknowledge } from "#lib/features/alerts/records.ts";
import { alertList } from "#lib/features/alerts/view.ts";
import { AlertAcknowledgement, AlertList } from "#lib/contract/alerts.ts";
import { NotFound } from "#lib/http/errors.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Notes that somebody saw an alert, and answers with what is left. */
  POST: storeRoute({
    body: AlertAcknowledgement,
    answer: AlertList,
    run: async ({ store, access, body: { id }, now }) => {
      if (!(await acknowledge(store, BigInt(id), access, now))) throw new NotFound("no such alert is open");
      return alertList(store, now);
    },
  }),
});

import { acknowledge } from "#lib/features/alerts/records.ts";
import { alertList } from "#lib/features/alerts/view.ts";
import { AlertAcknowledgement, AlertList } from "#lib/contract/alerts.ts";
import { NotFound } from "#lib/http/errors.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** Notes that somebody saw an alert, and answers with what is left. */
export const POST = storeRoute({
  body: AlertAcknowledgement,
  answer: AlertList,
  run: async ({ store, access, body: { id }, now }) => {
    if (!(await acknowledge(store, BigInt(id), access, now))) throw new NotFound("no such alert is open");
    return alertList(store);
  },
});

const refuse = methodNotAllowed("POST");
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };

import type { AlertDelivery, AlertList, AlertView } from "#lib/contract/alerts.ts";
import type { AlertCause } from "#lib/contract/values/alerts.ts";
import type { StoreHash } from "#lib/ids.ts";
import { catalogueWordsHere, wordsHere } from "#lib/messages/here.ts";
import type { MessageRow } from "./messages.records.ts";
import { openAlertsOf, type AlertRow } from "./records.ts";

/** What is wrong with a store now, the newest first, and how much of it no one has acknowledged. */
export async function alertList(storeHash: StoreHash): Promise<AlertList> {
  const alerts = (await openAlertsOf(storeHash)).map(alertView);
  return { alerts, unseen: alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null).length };
}

function alertView(alert: AlertRow & { cause: AlertCause }): AlertView {
  const { id, cause, scopes, openedAt, acknowledgedAt, acknowledgedBy } = alert;
  return {
    id: String(id),
    cause,
    sentence: wordsHere().CAUSES[cause].alert(scopes.length),
    help: wordsHere().CAUSES[cause].help,
    webhooks: scopes.map((scope) => ({ scope, title: catalogueWordsHere().titleOf(scope) })),
    openedAt: openedAt.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy,
  };
}

/** What became of a message, in the shape of the contract. Pure. */
export function deliveryView(message: Omit<MessageRow, "alert" | "store">): AlertDelivery {
  const { channel, recipient, kind, madeAt, triedAt, outcome, attempts, status, failure } = message;
  return {
    // Casts: the tables hold only these; the route's shape looks again.
    channel: channel as AlertDelivery["channel"],
    kind: kind as AlertDelivery["kind"],
    outcome: outcome as AlertDelivery["outcome"],
    recipient,
    at: (triedAt ?? madeAt).toISOString(),
    attempts,
    status,
    failure,
  };
}

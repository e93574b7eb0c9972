import type { AlertDelivery, AlertList } from "#lib/contract/alerts.ts";
import { storeClock } from "#lib/features/subscriptions/store-clock.ts";
import type { StoreHash } from "#lib/ids.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import type { MessageRow } from "./messages.records.ts";
import { openAlertsOf } from "./records.ts";
import { readStanding, type Standing } from "./standing.ts";
import { todoRows, unseenCount } from "./todo.ts";

/** What is wrong with a store now, the worst first, and how much of it no one has seen. */
export async function alertList(storeHash: StoreHash, now: Date): Promise<AlertList> {
  return alertsAt(storeHash, await readStanding(storeHash, now));
}

/**
 * The same of a store whose standing is known already. What is shown is how the store is doing now, whatever was decided
 * about its alerts before; where the two differ, they are decided again. Repeatable.
 */
export async function alertsAt(
  storeHash: StoreHash,
  {
    list,
    troubles,
    timezone,
    destinations,
  }: Pick<Standing, "list" | "troubles" | "timezone" | "destinations">,
): Promise<AlertList> {
  const open = await openAlertsOf(storeHash);
  const alerts = todoRows({ troubles, list, alerts: open, clock: storeClock(timezone), destinations });
  if (troubles.isKnown && open.some(({ cause }) => !troubles.causes.has(cause)))
    await inTransaction((tx) => enqueueJob(tx, "check-alerts", { storeHash }, { keepsTurn: true }));
  return { alerts, unseen: unseenCount(alerts) };
}

/** Whether anything is wrong with a store now. */
export async function hasTodo(storeHash: StoreHash, now: Date): Promise<boolean> {
  return (await readStanding(storeHash, now)).troubles.causes.size > 0;
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

import { randomUUID } from "node:crypto";
import type { Person } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Alert as AlertRow, Prisma } from "#lib/platform/db/generated/client.ts";
import { type AlertCause, isAlertCause } from "#lib/contract/values/alerts.ts";
import { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { decide, QUIET_MS, REMIND_MS, type Decision, type OpenAlert } from "./decide.ts";
import type { TroubledDestination } from "#lib/features/destinations/troubles.records.ts";
import type { Troubles } from "./causes.ts";
import { recipientsOf, type Recipient } from "./recipients.ts";
import { settingsIn } from "./settings.records.ts";

export type { AlertRow };

/** The alerts of a store that are open, the newest first. */
export async function openAlertsOf(storeHash: StoreHash): Promise<(AlertRow & { cause: AlertCause })[]> {
  const rows = await database().prisma.alert.findMany({
    where: { storeHash, closedAt: null },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
  });
  // A cause that this version does not know was opened by a newer one.
  return rows.flatMap((row) => (isAlertCause(row.cause) ? [{ ...row, cause: row.cause }] : []));
}

/** Whether any alert of a store is open. */
export async function hasOpenAlerts(storeHash: StoreHash): Promise<boolean> {
  return (await database().prisma.alert.findFirst({ where: { storeHash, closedAt: null } })) !== null;
}

/**
 * Decides about a store's alerts by what was found, and writes the decisions, the messages about them and the jobs that
 * send them in one transaction. Two at once wait for each other. Repeatable: what was told is not told again.
 * @param destinations Those that something is wrong with, to be named.
 * @returns what was decided.
 */
export function decideAlerts(
  storeHash: StoreHash,
  found: Troubles,
  destinations: readonly TroubledDestination[],
  now: Date,
): Promise<Decision[]> {
  return database().prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`alerts:${storeHash}`}))`;
    const settings = await settingsIn(tx, storeHash);
    const recipients = recipientsOf(settings, config().mail !== null);
    const open = await tx.alert.findMany({ where: { storeHash, closedAt: null } });
    const memory = { open: open.flatMap(openAlert), lastToldAt: await lastToldAt(tx, storeHash, now) };
    const isTold = (cause: AlertCause) => recipients.length > 0 && !settings.mutedCauses.includes(cause);
    const decisions = decide(found, memory, isTold, now);
    for (const decision of decisions) {
      const before = open.find(({ cause }) => cause === decision.cause);
      const about = destinations.filter(({ trouble }) => trouble === decision.cause);
      const alertId = await writeDecision(tx, storeHash, decision, about, before, now);
      if (decision.tells) await writeMessages(tx, storeHash, alertId, decision.tells, recipients, now);
    }
    return decisions;
  });
}

function openAlert({ cause, scopes, toldAt, acknowledgedAt }: AlertRow): OpenAlert[] {
  return isAlertCause(cause) ? [{ cause, scopes, toldAt, acknowledgedAt }] : [];
}

async function lastToldAt(
  tx: Prisma.TransactionClient,
  storeHash: StoreHash,
  now: Date,
): Promise<Map<AlertCause, Date>> {
  const since = new Date(now.getTime() - Math.max(QUIET_MS, REMIND_MS));
  const rows = await tx.alert.groupBy({
    by: ["cause"],
    where: { storeHash, toldAt: { gt: since } },
    _max: { toldAt: true },
  });
  return new Map(
    rows.flatMap(({ cause, _max: { toldAt } }) =>
      isAlertCause(cause) && toldAt ? [[cause, toldAt] as const] : [],
    ),
  );
}

async function writeDecision(
  tx: Prisma.TransactionClient,
  storeHash: StoreHash,
  { cause, action, scopes, tells }: Decision,
  about: readonly TroubledDestination[],
  before: AlertRow | undefined,
  now: Date,
): Promise<bigint> {
  // What is over keeps the names of those that it was about.
  const named = about.length > 0 ? { destinations: about.map(({ id, name }) => ({ id, name })) } : {};
  const told = tells === "alert" || tells === "reminder" ? { toldAt: now } : {};
  if (!before) {
    const data = { storeHash, cause, scopes: [...scopes], openedAt: now, ...named, ...told };
    return (await tx.alert.create({ data, select: { id: true } })).id;
  }
  const closed = action === "close" ? { closedAt: now } : {};
  await tx.alert.update({
    where: { id: before.id },
    data: { scopes: [...scopes], ...named, ...told, ...closed },
  });
  return before.id;
}

async function writeMessages(
  tx: Prisma.TransactionClient,
  storeHash: StoreHash,
  alertId: bigint,
  kind: string,
  recipients: readonly Recipient[],
  now: Date,
): Promise<void> {
  for (const { channel, recipient } of recipients) {
    const id = randomUUID();
    await tx.alertMessage.create({ data: { id, storeHash, alertId, channel, kind, recipient, madeAt: now } });
    await enqueueJob(tx, "send-alert", { messageId: id }, { jobKey: `send-alert:${id}` });
  }
}

/**
 * Notes that a person saw an open alert, inside the caller's transaction with the entry about it. Repeatable: the first
 * who did stays.
 * @returns whether there is such an alert.
 */
export function acknowledge(storeHash: StoreHash, id: bigint, by: Person, now: Date): Promise<boolean> {
  return database().prisma.$transaction(async (tx) => {
    const alert = await tx.alert.findFirst({ where: { id, storeHash, closedAt: null } });
    if (!alert) return false;
    const { count } = await tx.alert.updateMany({
      where: { id, acknowledgedAt: null },
      data: { acknowledgedAt: now, acknowledgedBy: by.email },
    });
    const { cause, scopes } = alert;
    const reason: Sentence = { code: "alert", params: { cause, count: scopes.length } };
    if (count > 0)
      await addAuditEntries(tx, storeHash, [{ actor: by, action: "alert_acknowledged", reason }], now);
    return true;
  });
}

/** Installed stores that have an open alert, a check that failed, or deliveries refused since then. */
export async function storesWithTrouble(refusedSince: Date): Promise<StoreHash[]> {
  const rows = await database().prisma.$queryRaw<{ hash: string }[]>`
    SELECT hash FROM stores s
    WHERE uninstalled_at IS NULL AND access_token_sealed IS NOT NULL AND (
      check_failure IS NOT NULL OR needs_reauthorisation
      OR EXISTS (SELECT FROM alerts a WHERE a.store_hash = s.hash AND a.closed_at IS NULL)
      OR EXISTS (SELECT FROM rejections r WHERE r.store_hash = s.hash AND r.hour >= ${refusedSince}))
    ORDER BY hash`;
  return rows.map(({ hash }) => StoreHash.parse(hash));
}

/** Closes, without a word, what is open of stores that do not have the app any more. Repeatable. */
export async function closeAbandonedAlerts(now: Date): Promise<void> {
  await database().prisma.alert.updateMany({
    where: { closedAt: null, store: { uninstalledAt: { not: null } } },
    data: { closedAt: now },
  });
}

/** Forgets alerts that were over before a time, of all stores. Repeatable. */
export async function forgetClosedAlerts(before: Date): Promise<void> {
  await database().prisma.alert.deleteMany({ where: { closedAt: { lt: before } } });
}

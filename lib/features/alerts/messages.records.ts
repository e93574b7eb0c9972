import { randomUUID } from "node:crypto";
import { database } from "#lib/platform/db/client.ts";
import type { Prisma } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { Recipient } from "./recipients.ts";

/** A message with what it is about. */
export type MessageRow = Prisma.AlertMessageGetPayload<{
  include: {
    alert: true;
    store: { select: { hash: true; name: true; controlPanelUrl: true; uninstalledAt: true } };
  };
}>;

const WITH_FACTS = {
  alert: true,
  store: { select: { hash: true, name: true, controlPanelUrl: true, uninstalledAt: true } },
} as const;

/** A message by its id; null when it was forgotten meanwhile. */
export function findMessage(id: string): Promise<MessageRow | null> {
  return database().prisma.alertMessage.findUnique({ where: { id }, include: WITH_FACTS });
}

/** Writes down a test that a person asked for; it is sent at once, by no job. */
export function makeTest(storeHash: StoreHash, recipient: Recipient, now: Date): Promise<MessageRow> {
  return database().prisma.alertMessage.create({
    data: { id: randomUUID(), storeHash, ...recipient, kind: "test", madeAt: now },
    include: WITH_FACTS,
  });
}

/** What became of an attempt. */
export interface AttemptNote {
  outcome: "waiting" | "delivered" | "refused" | "failed";
  status: number | null;
  failure: string | null;
}

/** Writes down an attempt. */
export async function noteAttempt(id: string, note: AttemptNote, now: Date): Promise<void> {
  await database().prisma.alertMessage.updateMany({
    where: { id },
    data: { ...note, attempts: { increment: 1 }, triedAt: now },
  });
}

/** The last message to each recipient of a store. */
export function lastMessages(storeHash: StoreHash): Promise<MessageRow[]> {
  return database().prisma.alertMessage.findMany({
    where: { storeHash },
    distinct: ["channel", "recipient"],
    orderBy: [{ channel: "asc" }, { recipient: "asc" }, { madeAt: "desc" }],
    include: WITH_FACTS,
  });
}

/** Forgets messages from before a time, of all stores. Repeatable. */
export async function forgetMessages(before: Date): Promise<void> {
  await database().prisma.alertMessage.deleteMany({ where: { madeAt: { lt: before } } });
}

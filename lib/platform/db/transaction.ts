import { database } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** Runs `work` in one transaction over all records. */
export function inTransaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return database().prisma.$transaction(work);
}

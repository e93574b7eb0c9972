import { addAuditEntries } from "#lib/features/audit/records.ts";
import type { Person } from "#lib/features/audit/entry.ts";
import type { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";

/** Notes which entries BigCommerce has, unless the store was installed anew meanwhile. Repeatable. */
export async function saveExtensionsKept(
  hash: StoreHash,
  installedAt: Date,
  extensionsKept: string,
): Promise<void> {
  await database().prisma.store.updateMany({ where: { hash, installedAt }, data: { extensionsKept } });
}

/** Writes down whether the owner wants the entries, and who said so. Repeatable: what is so already is no change. */
export async function saveExtensionsSwitch(
  hash: StoreHash,
  isOn: boolean,
  { userId, email }: Person,
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.store.updateMany({
      where: { hash, hasExtensions: !isOn },
      data: { hasExtensions: isOn },
    });
    if (count === 0) return;
    const action = isOn ? "extensions_on" : "extensions_off";
    await addAuditEntries(tx, hash, [{ actor: { userId, email }, action }], at);
  });
}

import type { ExceptionList } from "#lib/contract/exceptions.ts";
import { config } from "#lib/config/config.ts";
import type { StoreHash } from "#lib/ids.ts";
import { listDeliveryExceptions } from "./records.ts";

const SHOWN_MS = 7 * 86_400_000;
const SHOWN_MAX = 20;

/** What BigCommerce told of a store's failed deliveries lately; nothing where it is not asked to. Read only. */
export async function exceptionList(
  store: StoreHash,
  scope: string | undefined,
  now: Date,
): Promise<ExceptionList> {
  if (config().exceptionUrl === null) return { exceptions: [] };
  const since = new Date(now.getTime() - SHOWN_MS);
  const rows = await listDeliveryExceptions(store, { scope, since, limit: SHOWN_MAX });
  return {
    exceptions: rows.map(({ hash, hookId, at, code, message, scope: of }) => ({
      id: hash,
      at: at.toISOString(),
      code,
      message,
      hookId: hookId === null ? null : String(hookId),
      scope: of,
    })),
  };
}

import type { Actor, AuditEntry } from "#lib/features/audit/entry.ts";
import { writeAuditEntries } from "#lib/features/audit/records.ts";
import type { HookId, StoreHash } from "#lib/ids.ts";
import { forgetRepair, saveRepair, saveRenewal } from "./keeper/records.ts";

/** One thing that was done at BigCommerce, or was refused there. */
export type Action = Omit<AuditEntry, "actor">;

/** Records actions at BigCommerce while they are taken, so that a killed process leaves nothing to be guessed. */
export interface ActionLog {
  /** Call it before a repair: when the answer is lost, no one can tell afterwards whether the hook was repaired. */
  beforeRepair(scope: string, receiverUrl: string): Promise<void>;
  /** Call it when a repair that was begun certainly changed nothing. */
  notRepaired(scope: string): Promise<void>;
  renewed(hookId: HookId): Promise<void>;
  record(action: Action): Promise<void>;
}

/** The log of one actor's actions in a store. Only the keeper's repairs are counted, because a person is never held back. */
export function actionLogOf(hash: StoreHash, actor: Actor, now: Date): ActionLog {
  const isCounted = actor === "keeper";
  return {
    beforeRepair: async (scope, receiverUrl) => {
      if (isCounted) await saveRepair(hash, scope, receiverUrl, now);
    },
    notRepaired: async (scope) => {
      if (isCounted) await forgetRepair(hash, scope, now);
    },
    renewed: (hookId) => saveRenewal(hash, hookId, now),
    record: (action) => writeAuditEntries(hash, [{ ...action, actor }], now),
  };
}

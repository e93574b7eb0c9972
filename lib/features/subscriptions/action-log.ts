import type { Actor, AuditEntry } from "#lib/features/audit/entry.ts";
import { writeAuditEntries } from "#lib/features/audit/records.ts";
import type { HookId, StoreHash } from "#lib/ids.ts";
import { forgetMending, saveMending, saveRenewal } from "./keeper/records.ts";

/** One thing that was done at BigCommerce, or was refused there. */
export type Deed = Omit<AuditEntry, "actor">;

/** Writes down what is done at BigCommerce while it is done, so that a killed process leaves nothing to be guessed. */
export interface Witness {
  /** Before something is mended: when the answer is lost, nobody can tell afterwards whether it was. */
  mending(scope: string, destination: string): Promise<void>;
  /** It was not mended after all, for certain. */
  notMended(scope: string): Promise<void>;
  renewed(hookId: HookId): Promise<void>;
  did(deed: Deed): Promise<void>;
}

/** The witness of what somebody does for a store. A person is not held back, so that only the keeper's times count. */
export function witnessOf(hash: StoreHash, actor: Actor, now: Date): Witness {
  const isCounted = actor === "keeper";
  return {
    mending: async (scope, destination) => {
      if (isCounted) await saveMending(hash, scope, destination, now);
    },
    notMended: async (scope) => {
      if (isCounted) await forgetMending(hash, scope, now);
    },
    renewed: (hookId) => saveRenewal(hash, hookId, now),
    did: (deed) => writeAuditEntries(hash, [{ ...deed, actor }], now),
  };
}

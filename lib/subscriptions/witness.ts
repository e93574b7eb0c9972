import type { Actor, AuditEntry } from "#lib/audit/entry.ts";
import { writeAuditEntries } from "#lib/audit/records.ts";
import type { HookId, StoreHash } from "#lib/ids.ts";
import { forgetSwitchedOn, saveSwitchedOn } from "./switched-on/records.ts";

/** One thing that was done at BigCommerce, or was refused there. */
export type Deed = Omit<AuditEntry, "actor">;

/** Writes down what is done at BigCommerce while it is done, so that a killed process leaves nothing to be guessed. */
export interface Witness {
  /** Before a hook is switched on: when the answer is lost, nobody can tell afterwards whether it was. */
  switchingOn(hookId: HookId): Promise<void>;
  /** It was not switched on after all, for certain. */
  notSwitchedOn(hookId: HookId): Promise<void>;
  did(deed: Deed): Promise<void>;
}

/** The witness of what somebody does for a store. A person is not held back, so that only the keeper's times count. */
export function witnessOf(hash: StoreHash, actor: Actor, now: Date): Witness {
  const isCounted = actor === "keeper";
  return {
    switchingOn: async (hookId) => {
      if (isCounted) await saveSwitchedOn(hash, hookId, now);
    },
    notSwitchedOn: async (hookId) => {
      if (isCounted) await forgetSwitchedOn(hash, hookId, now);
    },
    did: (deed) => writeAuditEntries(hash, [{ ...deed, actor }], now),
  };
}

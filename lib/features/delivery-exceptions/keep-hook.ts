import type { AuditEntry } from "#lib/features/audit/entry.ts";
import { writeAuditEntries } from "#lib/features/audit/records.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import { createHook, removeHook, updateHook } from "#lib/platform/bigcommerce/hooks.ts";
import { config } from "#lib/config/config.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import {
  isSameAddress,
  EXCEPTION_SCOPE,
  exceptionAddress,
  isExceptionAddress,
} from "#lib/features/receiver/addresses.ts";
import type { PlannableHook } from "#lib/features/subscriptions/plan.ts";
import { type StoreAtBigCommerce, storeAtBigCommerce } from "#lib/features/subscriptions/read.ts";
import { knownHooks } from "#lib/features/subscriptions/records.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";

/** How long a check of the store that runs already is waited for; the next check tries again. */
const LOCK_WAIT_MS = 1_000;

/** What has to be done about a store's delivery exception hook. */
export type HookStep =
  | { do: "nothing" }
  | { do: "create" }
  | { do: "update"; hook: PlannableHook }
  | { do: "remove"; hook: PlannableHook };

/**
 * What makes a store's delivery exception hook what it should be; BigCommerce allows one of them. Without an address
 * the hook that we made goes. One that another installation of this app made stays as it is, and is the only one. Pure.
 * @param hooks Of the store, of this scope.
 * @param address Where it is to deliver; null when there is no such address.
 */
export function hookStep(
  hooks: readonly PlannableHook[],
  address: string | null,
  storeHash: string,
): HookStep {
  const ours = hooks.filter(({ isOurs }) => isOurs);
  if (address === null) {
    const made = ours.find(({ receiverUrl }) => isExceptionAddress(receiverUrl, storeHash));
    return made ? { do: "remove", hook: made } : { do: "nothing" };
  }
  const [hook] = ours;
  if (!hook) return hooks.length === 0 ? { do: "create" } : { do: "nothing" };
  const carriesSecret = hook.hasRightSecret || hook.hasPreviousSecret;
  const isRight = isSameAddress(hook.receiverUrl, address) && hook.isActive && carriesSecret;
  return isRight ? { do: "nothing" } : { do: "update", hook };
}

/**
 * Has BigCommerce tell of this store's failed deliveries at `EXCEPTION_URL`, or no longer, when that is not set. Works
 * from what the last check read. Repeatable. Never throws what BigCommerce says: the store's own webhooks matter more,
 * and the next check tries again.
 */
export async function keepExceptionHook(hash: StoreHash, now: Date, patience: Patience): Promise<void> {
  const { exceptionUrl } = config();
  const address = exceptionUrl === null ? null : exceptionAddress(exceptionUrl, hash);
  const nextStep = async () => {
    const known = await knownHooks(hash);
    return hookStep(
      known.filter(({ scope }) => scope === EXCEPTION_SCOPE),
      address,
      hash,
    );
  };
  if ((await nextStep()).do === "nothing") return;
  try {
    await asOnlyCheck(hash, LOCK_WAIT_MS, async () =>
      apply(await nextStep(), address, await storeAtBigCommerce(hash, patience), now),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.info(
      { storeHash: hash, reason: error.message },
      "the delivery exception webhook is not as it should be",
    );
  }
}

async function apply(
  step: HookStep,
  address: string | null,
  { hash, api, target }: StoreAtBigCommerce,
  now: Date,
): Promise<void> {
  const fields = { destination: address ?? "", headers: target.headers };
  switch (step.do) {
    case "nothing":
      return;
    case "create":
      return noted("hook_created", plainSentence("exceptions_wanted"), async (heard) => {
        await createHook(heard, { scope: EXCEPTION_SCOPE, ...fields });
      });
    case "update":
      return noted("hook_updated", plainSentence("exceptions_astray"), async (heard) => {
        await updateHook(heard, step.hook.id, { ...fields, isActive: true });
      });
    case "remove":
      return noted("hook_removed", plainSentence("exceptions_unwanted"), (heard) =>
        removeHook(heard, step.hook.id),
      );
  }

  async function noted(
    action: AuditEntry["action"],
    reason: Sentence,
    work: (heard: StoreAtBigCommerce["api"]) => Promise<void>,
  ): Promise<void> {
    const entry: AuditEntry = { actor: "keeper", action, reason, scope: EXCEPTION_SCOPE };
    let status: number | null = null;
    const heard = api.hearing((answered) => {
      status = answered;
    });
    try {
      await work(heard);
      await writeAuditEntries(hash, [{ ...entry, status }], now);
    } catch (error) {
      if (error instanceof AppError)
        await writeAuditEntries(hash, [{ ...entry, status, code: error.code }], now);
      throw error;
    }
  }
}

import { requireOwner, type Access } from "#lib/access.ts";
import type { SecretView } from "#lib/contract/secret.ts";
import type { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { log } from "#lib/log/log.ts";
import { CheckRunning } from "#lib/features/subscriptions/errors.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import {
  hooksBySecret,
  renewalOf,
  renewingStores,
  saveAnnouncement,
  saveChange,
  saveEnd,
  saveEverywhereSince,
} from "./renew-secret.records.ts";
import { DAY_MS, HOUR_MS } from "#lib/time.ts";
import { ANNOUNCED_MS, CHANGING_MS_MAX, endOf, nextStep, RETRIES_MS } from "./renewal-steps.ts";

/** How long a change of secrets waits for a check of the store that runs already. */
const LOCK_WAIT_MS = 10_000;
/** From the change of the secret to the first look at how far its hooks are; later ones come every hour. */
const FIRST_LOOK_MS = 120_000;

/**
 * Begins to renew the secret that a store's hooks carry. Nothing changes at BigCommerce yet: every process learns the
 * coming secret first. Repeatable: while a renewal is under way, nothing is begun.
 * @throws {OwnerOnly} when anyone but the owner asks.
 */
export async function beginRenewal(access: Access, now: Date): Promise<SecretView> {
  const { storeHash } = access;
  requireOwner(access, "to renew the webhook secret");
  const isBegun = await saveAnnouncement(storeHash, access, now, (tx) =>
    enqueueJob(tx, "renew-secrets", { storeHash }, { runAt: new Date(now.getTime() + ANNOUNCED_MS) }),
  );
  if (isBegun) log.info({ storeHash }, "a webhook secret is renewed");
  return secretView(storeHash);
}

/** How far the renewal of a store's secret is, for its Settings. */
export async function secretView(hash: StoreHash): Promise<SecretView> {
  const renewal = await renewalOf(hash);
  if (!renewal) return { renewal: null };
  const { onNew, onPrevious } = await hooksBySecret(hash);
  const { at, isCertain } = endOf(renewal);
  const { phase, since } = renewal;
  return {
    renewal: {
      phase,
      since: since.toISOString(),
      changesAt: phase === "announced" ? new Date(since.getTime() + ANNOUNCED_MS).toISOString() : null,
      hooks: onNew + onPrevious,
      hooksOnNew: phase === "announced" ? 0 : onNew,
      endsAt: at.toISOString(),
      isEndCertain: isCertain,
    },
  };
}

/**
 * Takes the renewals of some stores as far as they can go now. Safe to run twice, and to be killed at any instant: each
 * step is one transaction, and before, between and after them every hook carries a secret that passes.
 * @param only A store; all that are being renewed when absent.
 * @throws {CheckRunning} when a check of a store does not end; to be tried again.
 */
export async function advanceRenewals(now: Date, only?: StoreHash): Promise<void> {
  for (const hash of only === undefined ? await renewingStores() : [only]) await advance(hash, now);
}

async function advance(hash: StoreHash, now: Date): Promise<void> {
  // A check that read the secret before it changed would say of old hooks that theirs is the right one.
  const done = await asOnlyCheck(hash, LOCK_WAIT_MS, () => step(hash, now));
  if (!done) throw new CheckRunning(`store ${hash} is being checked`);
}

async function step(hash: StoreHash, now: Date): Promise<void> {
  const renewal = await renewalOf(hash);
  if (!renewal) return;
  const hooks = await hooksBySecret(hash);
  const next = nextStep(renewal, hooks, now);
  switch (next) {
    case "wait":
      return;
    case "change":
      return saveChange(hash, now, async (tx) => {
        await enqueueJob(
          tx,
          "reconcile-store",
          { storeHash: hash, because: "secret" },
          { jobKey: `reconcile-store:secret:${hash}` },
        );
        const runAt = new Date(now.getTime() + FIRST_LOOK_MS);
        await enqueueJob(tx, "renew-secrets", { storeHash: hash }, { runAt });
      });
    case "all_changed":
      return saveEverywhereSince(hash, now);
    case "not_all_changed":
      return saveEverywhereSince(hash, null);
    case "end": {
      const reason: Sentence =
        hooks.onPrevious === 0
          ? { code: "secret_everywhere", params: { hours: RETRIES_MS / HOUR_MS } }
          : { code: "secret_time_over", params: { days: CHANGING_MS_MAX / DAY_MS, hooks: hooks.onPrevious } };
      await saveEnd(hash, now, reason, (tx) =>
        enqueueJob(
          tx,
          "reconcile-store",
          { storeHash: hash, because: "secret" },
          { jobKey: `reconcile-store:secret:${hash}` },
        ),
      );
      log.info({ storeHash: hash, hooksOnPrevious: hooks.onPrevious }, "an old webhook secret ended");
    }
  }
}

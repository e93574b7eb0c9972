import { config } from "#lib/config/config.ts";
import type { LaunchFailure } from "#lib/contract/launch-failures.ts";
import type { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { log } from "#lib/log/log.ts";
import type { SessionIdentity } from "#lib/platform/session/seal.ts";
import { findStore, type Store } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { deepLinkPath } from "./deep-link.ts";
import { claimLaunch, findAccess, lockMembership, saveVisit } from "#lib/features/auth/records.ts";
import {
  CLOCK_SKEW_SECONDS,
  payloadIn,
  readSignedPayload,
  type PayloadRefusal,
  type SignedPayload,
} from "./signed-payload.ts";

/** Milliseconds that must lie between two checks of a store's hooks for a launch to ask for one. */
const CHECK_INTERVAL_MS = 60 * 60 * 1000;

/** What became of a launch: a session and the page to show, or why not. */
export type Launch =
  | { ok: true; store: StoreHash; path: string; identity: SessionIdentity }
  | { ok: false; reason: LaunchFailure };

const FAILURES: Readonly<Record<PayloadRefusal, LaunchFailure>> = {
  expired: "link_expired",
  too_old: "link_expired",
  too_early: "link_invalid",
  forged: "link_invalid",
  wrong_app: "link_invalid",
  wrong_issuer: "link_invalid",
  malformed: "link_invalid",
};

/**
 * Opens the app for a person whom BigCommerce sends: believes the signed payload, uses it up, lets the person in, and
 * asks for a check of the store's hooks when the last one is an hour old.
 * @param query Of BigCommerce's load callback; never to be logged.
 */
export async function launchStore(query: URLSearchParams, now: Date): Promise<Launch> {
  const { bigcommerce, launchMaxAgeSeconds } = config();
  const reading = await readSignedPayload(
    payloadIn(query),
    { ...bigcommerce, maxAgeSeconds: launchMaxAgeSeconds },
    now,
  );
  if (!reading.ok) {
    const { refusal, ageSeconds } = reading;
    log.warn({ refusal, ageSeconds, outcome: "refused" }, "a launch was refused");
    return { ok: false, reason: FAILURES[reading.refusal] };
  }
  const { payload } = reading;
  const store = await findStore(payload.storeHash);
  if (!store?.accessTokenSealed || store.uninstalledAt) return { ok: false, reason: "not_installed" };
  // Whoever had access before the app was taken off need not have it in the present installation.
  if (payload.issuedAt.getTime() + CLOCK_SKEW_SECONDS * 1000 < store.installedAt.getTime())
    return { ok: false, reason: "link_expired" };

  const failure = await admit(payload, store, now);
  if (failure) return { ok: false, reason: failure };
  const identity = await sessionIdentity(payload.storeHash, payload.user.id);
  if (!identity) return { ok: false, reason: "not_installed" };
  return { ok: true, store: payload.storeHash, path: deepLinkPath(payload.url), identity };
}

/** Uses the payload up and lets its person in; answers why not, when not. */
function admit(
  { storeHash, jti, issuedAt, expiresAt, user }: SignedPayload,
  store: Store,
  now: Date,
): Promise<LaunchFailure | null> {
  return inTransaction(async (tx) => {
    if (!(await claimLaunch(tx, jti, expiresAt, now))) return "link_used";
    const visit = { storeHash, userId: user.id, ...user, admittedAt: issuedAt };
    const removedAt = await lockMembership(tx, visit, now);
    // A link from before the removal proves nothing about access now; both times are BigCommerce's own.
    if (removedAt && issuedAt <= removedAt) return "access_withdrawn";
    await saveVisit(tx, visit, now);
    if (isCheckDue(store, now)) await enqueueJob(tx, "reconcile-store", { storeHash, because: "launch" });
    return null;
  });
}

/** Whether no one looked at a store's hooks for an hour; an installation asks for a look of its own. Pure. */
export function isCheckDue(
  { checkedAt, installedAt }: Pick<Store, "checkedAt" | "installedAt">,
  now: Date,
): boolean {
  const lastLook = Math.max(checkedAt?.getTime() ?? 0, installedAt.getTime());
  return now.getTime() - lastLook >= CHECK_INTERVAL_MS;
}

/** The epochs under which a person's session in a store begins now; null when they have no access. */
export async function sessionIdentity(store: StoreHash, userId: bigint): Promise<SessionIdentity | null> {
  const user = String(userId);
  const access = await findAccess(store, user);
  if (!access?.isInstalled || !access.isMember) return null;
  return { store, user, storeEpoch: access.storeEpoch, membershipEpoch: access.membershipEpoch };
}

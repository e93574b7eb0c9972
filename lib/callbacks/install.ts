import { z } from "zod";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import {
  CodeRefused,
  exchangeCode,
  GrantUnreadable,
  LoginUnreachable,
  type Grant,
  type GrantDetail,
} from "#lib/platform/bigcommerce/oauth.ts";
import { config } from "#lib/config/config.ts";
import type { LaunchFailure } from "#lib/contract/launch-failures.ts";
import { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { log } from "#lib/log/log.ts";
import type { SessionIdentity } from "#lib/platform/session/seal.ts";
import { saveInstalledStore } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { addStarterSubscriptions } from "#lib/features/subscriptions/records.ts";
import { sessionIdentity } from "./launch.ts";
import { saveVisit } from "#lib/features/auth/records.ts";
import type { PlainCode } from "#lib/contract/sentences.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";

/** Path of the auth callback; with the app's origin before it, BigCommerce compares it letter by letter. */
export const AUTH_CALLBACK_PATH = "/api/bigcommerce/auth";

/** What became of an installation: a session, or why not. */
export type Install =
  { ok: true; store: StoreHash; identity: SessionIdentity } | { ok: false; reason: LaunchFailure };

/** Says that the installation was begun on another site. Source: BigCommerce docs, External app installation. */
const EXTERNAL = "external_install";

const Callback = z.object({
  code: z.string().min(1).max(512),
  context: z.string().regex(/^stores\/[a-z0-9]{1,32}$/),
  scope: z.string().max(8192),
});

/** What BigCommerce says when the merchant pressed Cancel. Source: RFC 6749, 4.1.2.1. */
const CANCELLED = "access_denied";

/** What is told of details that BigCommerce left out. */
const LEFT_OUT: Readonly<Record<GrantDetail, PlainCode>> = {
  scopes: "grant_without_scopes",
  owner: "grant_without_owner",
  account: "grant_without_account",
  email: "grant_without_email",
};

/**
 * Installs the app in a store, or renews what the store granted. Nothing in the callback is believed until BigCommerce
 * takes its code, and then only for the store that the code was given for. The store, the person, the first
 * subscriptions and the job that registers their hooks are written together or not at all.
 * Not repeatable with the same code, but with another: nothing doubles.
 * @param query Of BigCommerce's auth callback; never to be logged.
 * @throws what the database says.
 */
export async function installStore(query: URLSearchParams, now: Date): Promise<Install> {
  if (isCancelled(query)) return { ok: false, reason: "install_cancelled" };
  const callback = readCallback(query);
  if (!callback) return { ok: false, reason: "link_invalid" };
  const grant = await exchange(callback);
  if (typeof grant === "string") return { ok: false, reason: grant };
  if (grant.context !== callback.context) {
    log.warn("an installation was refused: the grant is for another store than the callback");
    return { ok: false, reason: "link_invalid" };
  }

  const store = StoreHash.parse(grant.context.slice("stores/".length));
  // The callback names what the merchant accepted; the code was taken with it, so it is BigCommerce's word.
  const scopes = grant.scopes.length > 0 ? grant.scopes : callback.scope.split(/\s+/).filter(Boolean);
  await saveInstallation(store, { ...grant, scopes }, now);
  log.info({ storeHash: store }, "a store installed the app");
  if (grant.missing.length > 0)
    log.warn({ storeHash: store, missing: grant.missing }, "BigCommerce left details of an installation out");
  const identity = await sessionIdentity(store, grant.user.id);
  return identity ? { ok: true, store, identity } : { ok: false, reason: "not_installed" };
}

/** Whether the installation was begun on another site than BigCommerce, which then wants the browser back. */
export function isExternalInstall(query: URLSearchParams): boolean {
  return query.has(EXTERNAL);
}

/** Where a browser goes after an external installation. Source: BigCommerce docs, External app installation. */
export function externalInstallUrl(outcome: "succeeded" | "failed"): string {
  const { loginUrl, clientId } = config().bigcommerce;
  return `${loginUrl}/app/${clientId}/install/${outcome}`;
}

function isCancelled(query: URLSearchParams): boolean {
  return query.get("error") === CANCELLED && !query.has("code");
}

function readCallback(query: URLSearchParams): z.infer<typeof Callback> | null {
  const names = ["code", "context", "scope"] as const;
  // Of two values no one knows which one BigCommerce meant. What we do not read may come as it likes.
  if ([...names, EXTERNAL].some((name) => query.getAll(name).length > 1)) return null;
  const [code, context, scope] = names.map((name) => query.get(name) ?? "");
  return Callback.safeParse({ code, context, scope }).data ?? null;
}

async function exchange({ code, context, scope }: z.infer<typeof Callback>): Promise<Grant | LaunchFailure> {
  const { appUrl, bigcommerce } = config();
  try {
    return await exchangeCode({
      ...bigcommerce,
      redirectUri: `${appUrl}${AUTH_CALLBACK_PATH}`,
      code,
      context,
      scope,
    });
  } catch (error) {
    const reason = failureOf(error);
    if (!reason) throw error;
    log.warn({ reason, why: error instanceof Error ? error.message : null }, "an installation failed");
    return reason;
  }
}

function failureOf(error: unknown): LaunchFailure | null {
  if (error instanceof CodeRefused) return "install_refused";
  if (error instanceof GrantUnreadable) return "install_unreadable";
  return error instanceof LoginUnreachable ? "bigcommerce_unreachable" : null;
}

function saveInstallation(hash: StoreHash, grant: Grant, now: Date): Promise<void> {
  const { accessToken, scopes, accountUuid, user, missing } = grant;
  return inTransaction(async (tx) => {
    // A person without a known address is told by BigCommerce's number for them.
    const by = { userId: String(user.id), email: user.email ?? String(user.id) };
    const installed = { hash, accessToken, scopes, accountUuid, ownerUserId: grant.ownerUserId };
    const { ownerUserId } = await saveInstalledStore(tx, installed, now, by);
    const leftOut = missing.map((detail) => ({
      actor: "keeper" as const,
      action: "install_incomplete" as const,
      reason: plainSentence(LEFT_OUT[detail]),
    }));
    await addAuditEntries(tx, hash, leftOut, now);
    await saveVisit(
      tx,
      {
        storeHash: hash,
        userId: user.id,
        email: user.email ?? "",
        isOwner: user.id === ownerUserId,
        locale: null,
        admittedAt: wholeSecond(now),
      },
      now,
    );
    await addStarterSubscriptions(tx, hash, now);
    await enqueueJob(tx, "reconcile-store", { storeHash: hash, because: "install" });
  });
}

/** BigCommerce's callbacks tell whole seconds: what is compared with them has no more. */
function wholeSecond(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000);
}

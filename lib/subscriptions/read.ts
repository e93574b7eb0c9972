import type { StoreApi } from "#lib/bigcommerce/client.ts";
import { Forbidden, RateLimited, Unauthorized } from "#lib/bigcommerce/errors.ts";
import { type HookAdminView, listHooks, readHookAdmin } from "#lib/bigcommerce/hooks.ts";
import type { Hook } from "#lib/bigcommerce/shapes.ts";
import { sameBytes } from "#lib/crypto/same-bytes.ts";
import { AppError } from "#lib/errors.ts";
import { SECRET_HEADER } from "#lib/webhooks/secret-header.ts";
import type { HookTarget } from "./plan.ts";
import type { BlockedDomain, SeenHook } from "./records.ts";

/** What BigCommerce has for this app on a store. */
export interface Reading {
  hooks: SeenHook[];
  /** Null when that part could not be read. */
  blockedDomains: BlockedDomain[] | null;
}

/**
 * Reads all hooks of a store, their status, and where deliveries are paused. The last two are good to know and not
 * needed, so that a fault there does not spoil the rest.
 * @throws {Unauthorized} also for a 403: hooks need no scope, so it is the token that no longer fits.
 * @throws the other errors of `lib/bigcommerce/errors.ts`.
 */
export async function readStoreHooks(api: StoreApi, target: HookTarget, now: Date): Promise<Reading> {
  const listed = await listHooks(api).catch((error: unknown) => {
    if (error instanceof Forbidden) throw new Unauthorized(error.message, { cause: error });
    throw error;
  });
  const admin = await readHookAdmin(api).catch(orNothing);
  return {
    hooks: listed.map((hook) =>
      seenHook({ ...hook, status: admin?.statuses.get(hook.id) ?? hook.status }, target),
    ),
    blockedDomains:
      admin?.blockedDomains.map(({ destination, secondsLeft }) => ({
        destination,
        until: new Date(now.getTime() + secondsLeft * 1_000),
      })) ?? null,
  };
}

function orNothing(error: unknown): HookAdminView | null {
  const isTelling = error instanceof Unauthorized || error instanceof RateLimited;
  if (!(error instanceof AppError) || isTelling) throw error;
  return null;
}

/** A hook without its header values: of those only whether our secret is among them, once and right, is kept. */
export function seenHook(hook: Hook, target: HookTarget): SeenHook {
  const { id, scope, destination, isActive, status, createdAt, updatedAt } = hook;
  const carries = (name: string, secret: string) => {
    const values = Object.entries(hook.headers).filter(([given]) => given.toLowerCase() === name);
    return values.length === 1 && values.every(([, value]) => sameBytes(value, secret));
  };
  const hasRightSecret = Object.entries(target.headers).every(([name, secret]) => carries(name, secret));
  const { previousSecret } = target;
  const hasPreviousSecret = previousSecret !== null && carries(SECRET_HEADER, previousSecret);
  return {
    id,
    scope,
    destination,
    isActive,
    status,
    hasRightSecret,
    hasPreviousSecret,
    createdAt,
    updatedAt,
  };
}

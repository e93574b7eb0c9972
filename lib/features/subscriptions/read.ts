import { StoreUninstalled } from "#lib/access.ts";
import { config } from "#lib/config/config.ts";
import { type StoreApi, storeApi } from "#lib/platform/bigcommerce/client.ts";
import {
  Conflict,
  Forbidden,
  NotFound,
  RateLimited,
  Refused,
  ServerFault,
  Unauthorized,
} from "#lib/platform/bigcommerce/errors.ts";
import { getHook, type HookList, listHooks, readHookAdmin } from "#lib/platform/bigcommerce/hooks.ts";
import type { Hook, HookAdminView } from "#lib/platform/bigcommerce/shapes.ts";
import { sameBytes } from "#lib/crypto/same-bytes.ts";
import { AppError } from "#lib/errors.ts";
import type { HookId, StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { exceptionAddress, isSameAddress } from "#lib/features/receiver/addresses.ts";
import { findStore, saveReauthorisationNeed, storeCredentials } from "#lib/features/stores/records.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import { CheckRefused, StoreNotFound } from "./errors.ts";
import { saveLosses } from "./losses.records.ts";
import { lossesOf } from "./losses.ts";
import { newsOfLosses, tellReturns, tellSource } from "./source-events.ts";
import { saveCheckFailure } from "./check-failure.records.ts";
import { hookTarget, type HookTarget } from "./plan.ts";
import { type KnownHook, knownHooks, saveSeenHooks, type SeenHook, type SeenHooks } from "./records.ts";

/** Known hooks that are asked for one by one where BigCommerce did not list all; of the others it is not said that they are gone. */
const ASKED_FOR_MAX = 25;

/** What is needed to act for a store. */
export interface StoreAtBigCommerce {
  hash: StoreHash;
  api: StoreApi;
  target: HookTarget;
}

/**
 * The way to a store's hooks.
 * @throws {StoreUninstalled}
 * @throws {Unauthorized} when no key opens the store's token; the store is then marked, as for one that is refused.
 */
export async function storeAtBigCommerce(hash: StoreHash, patience: Patience): Promise<StoreAtBigCommerce> {
  const credentials = await storeCredentials(hash).catch((error: unknown) => noteUnreadable(hash, error));
  if (!credentials) throw new StoreUninstalled(`no token of store ${hash}`);
  const { appUrl, exceptionUrl } = config();
  const target = hookTarget(
    appUrl,
    hash,
    credentials.webhookSecret,
    credentials.previousWebhookSecret,
    exceptionUrl === null ? null : exceptionAddress(exceptionUrl, hash),
  );
  return { hash, api: storeApi(credentials, patience), target };
}

/**
 * Reads a store's hooks and writes down what was seen, or why it could not be read.
 * @throws the errors of `lib/platform/bigcommerce/errors.ts`.
 */
export async function readAndSave({ hash, api, target }: StoreAtBigCommerce, now: Date): Promise<SeenHooks> {
  try {
    const [known, store] = await Promise.all([knownHooks(hash), findStore(hash)]);
    const seen = await readStoreHooks(api, target, known, now);
    const losses = lossesOf(known, seen.hooks, target.receiverUrl, store?.checkedAt ?? null, now);
    // Before it is written down that this is known: a process that ends in between tells it once more, which changes nothing.
    await tellSource(hash, newsOfLosses(losses, seen.hooks), now);
    await tellReturns({ hash, target }, known, seen.hooks, now);
    await saveLosses(hash, losses, now);
    await saveSeenHooks(hash, seen, now);
    return seen;
  } catch (error) {
    return noteUnreadable(hash, error);
  }
}

/** Marks a store whose hooks cannot be read, with why. @throws `error`, always. */
async function noteUnreadable(hash: StoreHash, error: unknown): Promise<never> {
  if (error instanceof Unauthorized) await saveReauthorisationNeed(hash, true);
  if (error instanceof AppError) await saveCheckFailure(hash, error.code, statusOf(error));
  throw error;
}

/** HTTP status of a failure that BigCommerce owned up to. Pure. */
const statusOf = (error: AppError) => (error instanceof ServerFault ? error.status : null);

/** A token that was refused in the midst of things is noted like one that was refused at the start. */
export async function noteLostToken(hash: StoreHash, failures: ReadonlyMap<string, AppError>): Promise<void> {
  const isLost = [...failures.values()].some((error) => error instanceof Unauthorized);
  if (isLost) await saveReauthorisationNeed(hash, true);
}

/** Scopes of hooks that could not be read. Pure. */
export function unreadScopes({ unread }: Pick<SeenHooks, "unread">): ReadonlySet<string> {
  return new Set(unread.flatMap(({ scope }) => scope ?? []));
}

/**
 * Reads all hooks of a store, their status, and where deliveries are paused. The last two are optional: a fault there
 * does not fail the rest. A hook that cannot be read is reported as such, and does not affect the others.
 * @param known Hooks as they were last seen.
 * @throws {Unauthorized} also for a 403: hooks need no scope, so it is the token that no longer fits.
 * @throws {StoreNotFound | CheckRefused} and the other errors of `lib/platform/bigcommerce/errors.ts`.
 */
async function readStoreHooks(
  api: StoreApi,
  target: HookTarget,
  known: readonly KnownHook[],
  now: Date,
): Promise<SeenHooks> {
  const list = await listHooks(api).catch(explain);
  const missed = await findMissed(api, list, known);
  const admin = await readHookAdmin(api).catch(orNothing);
  const ours = new Set(known.filter(({ isOurs }) => isOurs).map(({ id }) => id));
  const knownScopes = new Map(known.map(({ id, scope }) => [id, scope]));
  const unread = [...list.unreadable, ...missed.unreadable];
  return {
    hooks: [...list.hooks, ...missed.hooks].map((hook) =>
      seenHook({ ...hook, status: admin?.statuses.get(hook.id) ?? hook.status }, target, ours.has(hook.id)),
    ),
    unread: unread.map(({ id, scope }) => ({
      id,
      scope: scope ?? (id === null ? null : (knownScopes.get(id) ?? null)),
    })),
    blockedDomains:
      admin?.blockedDomains.map(({ destination, secondsLeft }) => ({
        destination,
        until: new Date(now.getTime() + secondsLeft * 1_000),
      })) ?? null,
  };
}

/** What a failure to list hooks says to a caller that only wanted to check. */
function explain(error: unknown): never {
  const { cause } = { cause: error };
  if (error instanceof Forbidden) throw new Unauthorized(error.message, { cause });
  if (error instanceof NotFound) throw new StoreNotFound(error.message, { cause });
  if (error instanceof Conflict || error instanceof Refused) throw new CheckRefused(error.message, { cause });
  throw error;
}

/**
 * Of a list that is not whole, or that has a hook without a readable id, the known hooks that it lacks: each is asked for by its id, and is gone only when
 * BigCommerce says so.
 */
async function findMissed(
  api: StoreApi,
  list: HookList,
  known: readonly KnownHook[],
): Promise<Pick<HookList, "hooks" | "unreadable">> {
  const found: Pick<HookList, "hooks" | "unreadable"> = { hooks: [], unreadable: [] };
  const isAnyNameless = list.unreadable.some(({ id }) => id === null);
  if (list.isWhole && !isAnyNameless) return found;
  if (!list.isWhole)
    log.warn({ listed: list.hooks.length }, "BigCommerce listed fewer webhooks of a store than it counts");
  const told = new Set<HookId | null>([...list.hooks, ...list.unreadable].map(({ id }) => id));
  for (const [index, { id, scope }] of known.filter((hook) => !told.has(hook.id)).entries()) {
    try {
      if (index < ASKED_FOR_MAX) found.hooks.push(await getHook(api, id));
      else found.unreadable.push({ id, scope });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!(error instanceof NotFound)) found.unreadable.push({ id, scope });
    }
  }
  return found;
}

function orNothing(error: unknown): HookAdminView | null {
  const isTelling = error instanceof Unauthorized || error instanceof RateLimited;
  if (!(error instanceof AppError) || isTelling) throw error;
  return null;
}

/** A hook that BigCommerce describes once more, or as it is after a change. @param known Hooks as they were seen before. Pure. */
export function seenAgain(hook: Hook, known: readonly SeenHook[], target: HookTarget): SeenHook {
  return seenHook(
    hook,
    target,
    known.some(({ id, isOurs }) => id === hook.id && isOurs),
  );
}

/**
 * A hook without its header values: of those only whether our secret is among them, once and right, is kept. Headers that
 * cannot be read count as right, so that nothing is changed upon a guess. Pure.
 * @param isKnownOurs This installation of the app made it, or it was seen to deliver to us.
 */
export function seenHook(hook: Hook, target: HookTarget, isKnownOurs: boolean): SeenHook {
  const { headers, destination: receiverUrl, ...rest } = hook;
  const valuesOf = (name: string) =>
    Object.entries(headers ?? {}).flatMap(([given, value]) => (given.toLowerCase() === name ? [value] : []));
  const carries = (name: string, secret: string) => {
    const values = valuesOf(name);
    return values.length === 1 && values.every((value) => sameBytes(value, secret));
  };
  const hasRightSecret =
    headers === null || Object.entries(target.headers).every(([name, secret]) => carries(name, secret));
  const { previousSecret } = target;
  const hasPreviousSecret = previousSecret !== null && carries(SECRET_HEADER, previousSecret);
  const hasOtherSecret = !hasRightSecret && !hasPreviousSecret && valuesOf(SECRET_HEADER).length > 0;
  const isOurs = isKnownOurs || target.addresses.some((address) => isSameAddress(address, receiverUrl));
  return { ...rest, receiverUrl, hasRightSecret, hasPreviousSecret, hasOtherSecret, isOurs };
}

import type { HookId } from "#lib/ids.ts";
import type { StoreApi } from "./client.ts";
import {
  type Hook,
  type HookAdminView,
  readHookAdminView,
  readHookAnswer,
  readHookPage,
  type UnreadableHook,
} from "./shapes.ts";

/** The most that one page holds. Source: BigCommerce docs, Filters and common query parameters. */
const PAGE_LIMIT = 250;
/** A store has at most 10 hooks for each of some 200 scopes; more pages than this means that the answers go in circles. */
const PAGES_MAX = 100;

/** Fields of a hook that can be set. */
export interface HookFields {
  scope: string;
  destination: string;
  headers: Record<string, string>;
  isActive: boolean;
}

/** All hooks, as far as they can be read. */
export interface HookList {
  hooks: Hook[];
  unreadable: UnreadableHook[];
  /** False when BigCommerce counts more of them than it listed. */
  isWhole: boolean;
}

/**
 * All hooks of this app on the store, of every page, or those of one scope. BigCommerce shows a client only its own.
 * Source: webhooks V3 OpenAPI.
 */
export async function listHooks(api: StoreApi, scope?: string): Promise<HookList> {
  const filter = scope === undefined ? "" : `&scope=${encodeURIComponent(scope)}`;
  const hooks = new Map<HookId, Hook>();
  const unreadable: UnreadableHook[] = [];
  let isWhole = true;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const read = await api.call("GET", `/v3/hooks?page=${page}&limit=${PAGE_LIMIT}${filter}`, readHookPage);
    const before = hooks.size + unreadable.length;
    for (const hook of read.hooks) hooks.set(hook.id, hook);
    unreadable.push(...read.unreadable.filter((hook) => isNew(hook, unreadable)));
    const known = hooks.size + unreadable.length;
    isWhole = read.total === null || read.total <= known;
    // Where the number of pages cannot be read, they end with the first that tells nothing new.
    if (known === before || (read.totalPages !== null && page >= read.totalPages)) break;
  }
  return { hooks: [...hooks.values()], unreadable, isWhole };
}

/** Pages that repeat themselves tell of the same hook again; of one without an id no one can say. */
function isNew({ id, scope }: UnreadableHook, known: readonly UnreadableHook[]): boolean {
  return !known.some((other) => other.id === id && (id !== null || other.scope === scope));
}

/** @throws {NotFound} when it is not there, or not ours. */
export function getHook(api: StoreApi, id: HookId): Promise<Hook> {
  return api.call("GET", `/v3/hooks/${id}`, readHookAnswer);
}

/** @throws {Conflict} when one of this scope and destination exists, or the scope has 10 already. */
export function createHook(api: StoreApi, hook: Omit<HookFields, "isActive">): Promise<Hook> {
  return api.call("POST", "/v3/hooks", readHookAnswer, { ...hook, is_active: true });
}

/** Changes only the given fields; `headers` replaces all of them. @throws {NotFound | Conflict} */
export function updateHook(api: StoreApi, id: HookId, fields: Partial<HookFields>): Promise<Hook> {
  const { isActive, ...rest } = fields;
  return api.call("PUT", `/v3/hooks/${id}`, readHookAnswer, {
    ...rest,
    ...(isActive === undefined ? {} : { is_active: isActive }),
  });
}

/** @throws {NotFound} when it is gone already. */
export async function removeHook(api: StoreApi, id: HookId): Promise<void> {
  await api.call("DELETE", `/v3/hooks/${id}`, () => null);
}

/** Source: webhooks V3 OpenAPI, `GET /hooks/admin`. */
export function readHookAdmin(api: StoreApi): Promise<HookAdminView> {
  return api.call("GET", "/v3/hooks/admin", readHookAdminView);
}

import { z } from "zod";
import type { HookId } from "#lib/ids.ts";
import type { StoreApi } from "./client.ts";
import { type Hook, HookAdmin, HookAnswer, HookPage } from "./shapes.ts";

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

/**
 * All hooks of this app on the store, of every page, or those of one scope. BigCommerce shows a client only its own.
 * Source: webhooks V3 OpenAPI.
 */
export async function listHooks(api: StoreApi, scope?: string): Promise<Hook[]> {
  const filter = scope === undefined ? "" : `&scope=${encodeURIComponent(scope)}`;
  const hooks = new Map<HookId, Hook>();
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const { data, meta } = await api.call(
      "GET",
      `/v3/hooks?page=${page}&limit=${PAGE_LIMIT}${filter}`,
      HookPage,
    );
    for (const hook of data) hooks.set(hook.id, hook);
    if (data.length === 0 || page >= (meta?.pagination?.total_pages ?? 1)) break;
  }
  return [...hooks.values()];
}

/** @throws {NotFound} when it is not there, or not ours. */
export function getHook(api: StoreApi, id: HookId): Promise<Hook> {
  return api.call("GET", `/v3/hooks/${id}`, HookAnswer);
}

/** @throws {Conflict} when one of this scope and destination exists, or the scope has 10 already. */
export function createHook(api: StoreApi, hook: Omit<HookFields, "isActive">): Promise<Hook> {
  return api.call("POST", "/v3/hooks", HookAnswer, { ...hook, is_active: true });
}

/** Changes only the given fields; `headers` replaces all of them. @throws {NotFound | Conflict} */
export function updateHook(api: StoreApi, id: HookId, fields: Partial<HookFields>): Promise<Hook> {
  const { isActive, ...rest } = fields;
  return api.call("PUT", `/v3/hooks/${id}`, HookAnswer, {
    ...rest,
    ...(isActive === undefined ? {} : { is_active: isActive }),
  });
}

/** @throws {NotFound} when it is gone already. */
export async function removeHook(api: StoreApi, id: HookId): Promise<void> {
  await api.call("DELETE", `/v3/hooks/${id}`, z.unknown());
}

/** What only the administrative view tells: each hook's status, and the destinations to which deliveries are paused. */
export interface HookAdminView {
  statuses: ReadonlyMap<HookId, string>;
  blockedDomains: { destination: string; secondsLeft: number }[];
}

/** Source: webhooks V3 OpenAPI, `GET /hooks/admin`. */
export async function readHookAdmin(api: StoreApi): Promise<HookAdminView> {
  const { data } = await api.call("GET", "/v3/hooks/admin", HookAdmin);
  return {
    statuses: new Map(data.hooks_list.flatMap(({ id, status }) => (status ? [[id, status] as const] : []))),
    blockedDomains: data.blocked_domains.map(({ destination, time_left }) => ({
      destination,
      secondsLeft: time_left,
    })),
  };
}

import { createHash } from "node:crypto";
import type { SourceEvent } from "#lib/contract/values/destinations.ts";
import { takesSourceEvents } from "#lib/features/destinations/destinations.records.ts";
import { commitArrivals, type Arrival } from "#lib/features/receiver/commit.ts";
import type { StoreHash } from "#lib/ids.ts";
import { servedScopes, type Losses } from "./losses.ts";
import { subscriptionsOf, type SeenHook } from "./records.ts";

/** Something about the webhook of one event type, for whoever depends on its events. */
export interface SourceNews {
  scope: SourceEvent;
  /** The event type. */
  about: string;
  /** From when on events may be missing. */
  from: Date;
  /** Until when; null while that goes on. */
  to: Date | null;
}

/** What there is to tell of webhooks that stopped to bring events. Pure. */
export function newsOfLosses({ broken }: Losses, seen: readonly SeenHook[]): SourceNews[] {
  return [...broken].flatMap(([about, from]) => {
    const hooks = seen.filter(({ scope }) => scope === about);
    const isOff = hooks.length > 0 && hooks.every(({ isActive }) => !isActive);
    const scopes: SourceEvent[] = isOff ? ["keeper.hook.off", "keeper.gap.found"] : ["keeper.gap.found"];
    return scopes.map((scope) => ({ scope, about, from, to: null }));
  });
}

/**
 * What there is to tell of webhooks that bring events again. Pure.
 * @param brokenSince From when on events of a scope may be missing.
 */
export function newsOfReturns(
  before: readonly SeenHook[],
  after: readonly SeenHook[],
  receiverUrl: string,
  brokenSince: ReadonlyMap<string, Date>,
  now: Date,
): SourceNews[] {
  const served = servedScopes(before, receiverUrl);
  return [...servedScopes(after, receiverUrl)].flatMap((about) => {
    const from = served.has(about) ? undefined : brokenSince.get(about);
    return from ? [{ scope: "keeper.gap.closed" as const, about, from, to: now }] : [];
  });
}

/**
 * Puts news into the store's log as events, where a destination takes such: they go on from there as all others do.
 * Repeatable: what began at the same time is the same event, and is there once.
 */
export async function tellSource(store: StoreHash, news: readonly SourceNews[], now: Date): Promise<void> {
  if (news.length > 0 && (await takesSourceEvents(store)))
    await commitArrivals(news.map((each) => arrivalOf(store, each, now)));
}

/** Tells of webhooks that bring events again, by the hooks as they were seen before and as they are. Repeatable. */
export async function tellReturns(
  { hash, target }: { hash: StoreHash; target: { receiverUrl: string } },
  before: readonly SeenHook[],
  after: readonly SeenHook[],
  now: Date,
): Promise<void> {
  const served = servedScopes(before, target.receiverUrl);
  if ([...servedScopes(after, target.receiverUrl)].every((scope) => served.has(scope))) return;
  const rows = await subscriptionsOf(hash);
  const since = new Map(
    rows.flatMap(({ scope, brokenSince }) => (brokenSince ? [[scope, brokenSince] as const] : [])),
  );
  await tellSource(hash, newsOfReturns(before, after, target.receiverUrl, since, now), now);
}

/** News as an arrival, in the form of BigCommerce's bodies. Its place in the log is that of its first arrival. Pure. */
export function arrivalOf(storeHash: StoreHash, { scope, about, from, to }: SourceNews, now: Date): Arrival {
  const hash = createHash("sha1").update(`${scope} ${about} ${from.toISOString()}`).digest("hex");
  const data = { type: "webhook", id: about, from: from.toISOString(), ...(to && { to: to.toISOString() }) };
  const body = {
    scope,
    producer: `stores/${storeHash}`,
    hash,
    created_at: Math.floor(now.getTime() / 1_000),
    data,
  };
  return {
    storeHash,
    occurredAt: null,
    hash,
    scope,
    resource: { type: "webhook", id: about },
    flags: [],
    body: Buffer.from(JSON.stringify(body)),
    headers: {},
    proof: "keeper",
    arrivedAt: now,
    isTest: false,
    isDemo: false,
  };
}

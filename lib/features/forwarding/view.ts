import type { Access } from "#lib/access.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import {
  destinationOf,
  destinationsOf,
  type KnownDestination,
} from "#lib/features/destinations/destinations.records.ts";
import { DestinationNotFound } from "#lib/features/destinations/errors.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { aliveSecrets, publicPartOf } from "#lib/features/destinations/secrets.ts";
import { DAY_MS } from "#lib/time.ts";
import { backlogOf, COUNTED_MAX, eventsSince, standingsOf, type Standing } from "./list.records.ts";
import { stateOf } from "./state.ts";
import { TIMES } from "./times.ts";
import { isOfTypes } from "./wanted.ts";

/** The destinations of a store as a person may see them, by name. Read only. */
export async function destinationViews(access: Access, now: Date): Promise<DestinationView[]> {
  return viewsOf(await destinationsOf(access.storeHash), access, now);
}

/**
 * One destination as a person may see it. Read only.
 * @throws {DestinationNotFound} also for another store's.
 */
export async function destinationView(access: Access, id: string, now: Date): Promise<DestinationView> {
  const found = await destinationOf(access.storeHash, id);
  const [view] = await viewsOf(found ? [found] : [], access, now);
  if (!view) throw new DestinationNotFound("the store has no such destination");
  return view;
}

async function viewsOf(
  destinations: readonly KnownDestination[],
  { storeHash, isOwner }: Access,
  now: Date,
): Promise<DestinationView[]> {
  if (destinations.length === 0) return [];
  const standings = await standingsOf(storeHash, new Date(now.getTime() - DAY_MS));
  const byId = new Map(standings.map((standing) => [standing.destinationId, standing]));
  return Promise.all(
    destinations.map(async (destination) => {
      const standing = byId.get(destination.id) ?? nothingOf(destination.id);
      const behind = await behindOf(destination, standing, now);
      return viewOf(destination, standing, behind, { isOwner, now });
    }),
  );
}

/** Events that lie before a destination in the log and look wanted: a filter is not asked. */
interface BehindNow {
  events: number;
  occurredAt: Date | null;
  arrivedAt: Date | null;
}

/** An event that came just now is on its way. */
const ON_ITS_WAY_MS = 2_000;
/** The position has passed by then what a filter, or a newer event about the same thing, left out. */
const LEFT_OUT_MS = TIMES.settleMs + TIMES.sweepMs + TIMES.flushMs;

/** Exact as far as a bounded number of events reaches, and by whole hours beyond. */
async function behindOf(
  { storeHash, settings }: KnownDestination,
  standing: Standing,
  now: Date,
): Promise<BehindNow> {
  const { filter, isLatestOnly } = settings;
  const isWanted = ({ scope }: { scope: string }) => isOfTypes(settings, scope);
  const newMs = filter !== null || isLatestOnly ? LEFT_OUT_MS : ON_ITS_WAY_MS;
  const { read, readUntil } = await backlogOf(storeHash, standing, new Date(now.getTime() - newMs));
  const wanted = read.filter(isWanted);
  const counted = sum(wanted);
  const isMore = readUntil !== null && counted < COUNTED_MAX;
  const later = isMore ? (await eventsSince(storeHash, readUntil)).filter(isWanted) : [];
  return {
    events: Math.min(counted + sum(later), COUNTED_MAX),
    occurredAt: earliest(wanted.map(({ occurredAt }) => occurredAt)),
    arrivedAt: earliest(wanted.map(({ arrivedAt }) => arrivedAt)),
  };
}

const sum = (counts: readonly { events: number }[]) =>
  counts.reduce((total, { events }) => total + events, 0);

/** The earliest of some times; null without any. Pure. */
const earliest = (times: readonly (Date | null)[]): Date | null => {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : new Date(Math.min(...known.map((time) => time.getTime())));
};

/** A destination as a person may see it: fields are listed by hand, so that a new one stays private. Pure. */
function viewOf(
  destination: KnownDestination,
  standing: Standing,
  behind: BehindNow,
  { isOwner, now }: { isOwner: boolean; now: Date },
): DestinationView {
  const { id, name, kind, url, settings, auth, headers, secrets, isOn, offReason, offAt, offBy } =
    destination;
  const { lastFailure, lastStatus, lastDeliveredAt } = standing;
  const nextAt = standing.nextAt ?? standing.retryAt;
  const facts = { ...destination, ...standing, nextAt, behindSince: behind.arrivedAt };
  const { state, since, nextAt: next } = stateOf(facts, now);
  return {
    ...settings,
    id,
    name,
    kind,
    url: isOwner ? url : KINDS[kind].shownAddress(url),
    auth: auth.kind,
    headerNames: Object.keys(headers),
    secrets: aliveSecrets(secrets, now).map(({ id: secretId, value, madeAt, until }) => ({
      id: secretId,
      madeAt: madeAt.toISOString(),
      until: iso(until),
      publicKey: publicPartOf(settings.signing, value),
    })),
    isOn,
    offReason,
    offAt: iso(offAt),
    offBy,
    createdAt: destination.createdAt.toISOString(),
    state,
    since: iso(since),
    nextAt: iso(next),
    lastStatus,
    lastFailure,
    lastDeliveredAt: iso(lastDeliveredAt),
    delivered: standing.delivered,
    waiting: Math.min(standing.waiting + behind.events, COUNTED_MAX),
    waitingSince: iso(earliest([standing.waitingSince, behind.occurredAt])),
    failed: standing.failed,
  };
}

const iso = (time: Date | null) => time?.toISOString() ?? null;

/** Of a destination that another request removed between two readings. */
const nothingOf = (destinationId: string): Standing => ({
  destinationId,
  positionSeq: BigInt(Number.MAX_SAFE_INTEGER),
  doneSeq: BigInt(Number.MAX_SAFE_INTEGER),
  lastFailure: null,
  lastStatus: null,
  illSince: null,
  nextAt: null,
  lastDeliveredAt: null,
  delivered: 0,
  waiting: 0,
  failed: 0,
  waitingSince: null,
  retryAt: null,
});

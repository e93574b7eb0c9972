// The log of events as it is read: a page, and one event. Begin here.
//
// An event is born in the receiver's commit and is never written here. Afterwards it can
//   be counted again  a copy arrives: `lib/features/receiver/commit.ts` raises its arrivals
//   move              its time lay ahead: the hourly job gives it its arrival's (`ahead.records.ts`)
//   change its table  its day is made, or merged into a longer span (`partitions.ts`, `merging.records.ts`)
//   be gone           its day is dropped (`partitions.ts`), or privacy deletes its row: a shorter retention, an erasure
// and nothing else. What it changed is kept beside it, by enrichment, and may come later or never.
//
// A reader names the store and how far back it may see (`kept-since.ts`): a row that waits for its deletion is not shown.
// Routes call `eventPage` and `openEvent`; `export/` reads the same pages in a thread; `live.ts` tells what is committed
// from now on, one reading for all who look at a store (`live-feed.ts`). Rows become answers in `view.ts` alone.
//
// This room imports no other feature: what is known of the things that events are about, and who may see it, is handed in by
// the route (`Knowledge`).

import { AppError } from "#lib/errors.ts";
import type { EventDetail, EventFilter, EventPage, EventQuery } from "#lib/contract/events.ts";
import type { StoreHash } from "#lib/ids.ts";
import { cursorText, parseCursor, parseEventId } from "./ids.ts";
import { keptSince } from "./kept-since.ts";
import { isCancelled, listEvents } from "./list.records.ts";
import { vocabularyHere } from "#lib/messages/here.ts";
import { findEvent, type EventRow } from "./records.ts";
import { searchHint } from "./search-hint.ts";
import { legsOf, namesAsked } from "./search-text.ts";
import { soughtBy } from "./search.ts";
import type { Sought, Thing } from "./sought.ts";
import { eventDetail, eventView, type KnownEvent } from "./view.ts";

/** What another room knows of the things that events are about, as far as whoever asks may see it. */
export interface Knowledge {
  /** Tells it by the events' numbers of arrival. */
  tell(rows: readonly EventRow[]): Promise<ReadonlyMap<bigint, KnownEvent>>;
  /** Things that go by all of these words, or by words that begin with them: a bounded number. */
  find(words: readonly string[]): Promise<readonly Thing[]>;
}

const NO_KNOWLEDGE: Knowledge = {
  tell: () => Promise.resolve(new Map()),
  find: () => Promise.resolve([]),
};

/** A cursor that none of our pages ended with. */
export class InvalidCursor extends AppError {
  readonly code = "INVALID_INPUT";
  readonly retryable = false;
}

/** The event is not in this store's log: it never was, or its days are over. */
export class EventNotFound extends AppError {
  readonly code = "NOT_FOUND";
  readonly retryable = false;
}

/** The database gave up: there was too much to look through. A shorter period may do. */
export class SearchTimedOut extends AppError {
  readonly code = "SEARCH_TIMED_OUT";
  readonly retryable = true;
}

/**
 * A page of the log with the cursor of the next one, which is null at the end.
 * @param retentionDays How far back the log goes, whatever the query says.
 * @throws {InvalidCursor} {SearchTimedOut}
 */
export async function eventPage(
  store: StoreHash,
  { cursor, limit, ...filter }: EventQuery,
  retentionDays: number,
  now: Date,
  knowledge: Knowledge = NO_KNOWLEDGE,
): Promise<EventPage> {
  const after = cursor === undefined ? null : parseCursor(cursor);
  if (cursor !== undefined && !after) throw new InvalidCursor("the cursor is none of ours");
  const oldest = keptSince(retentionDays, now);
  // One row more than asked tells whether there is another page.
  const legs = await legsOfFilter(filter, knowledge);
  const rows = await listEvents(store, legs, filter, { after, limit: limit + 1, oldest }).catch(
    (error: unknown) => {
      throw isCancelled(error)
        ? new SearchTimedOut("the page was not read in time", { cause: error })
        : error;
    },
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const shown = rows.slice(0, limit);
  const known = await knowledge.tell(shown);
  return {
    events: shown.map((row) => eventView(row, known.get(row.seq)?.known)),
    nextCursor: last ? cursorText(last) : null,
    isBeingRead: [...known.values()].some(({ isBeingRead }) => isBeingRead),
    hint: filter.q ? searchHint(filter.q, vocabularyHere()) : null,
  };
}

/** The filters any of which finds what a filter asks for, with the things whose names it holds. */
export async function legsOfFilter(
  filter: EventFilter,
  { find }: Pick<Knowledge, "find">,
): Promise<readonly Sought[]> {
  const sought = soughtBy(filter, vocabularyHere());
  const found = await Promise.all(
    namesAsked(sought).map(async (names) => [names.join(" "), await find(names)] as const),
  );
  const things = new Map(found);
  return legsOf(sought, (names) => things.get(names.join(" ")) ?? []);
}

/**
 * One event with everything that was received.
 * @param oldest How far back the log goes.
 * @throws {EventNotFound} also for an event of another store.
 */
export async function openEvent(
  store: StoreHash,
  id: string,
  oldest: Date,
  { tell }: Pick<Knowledge, "tell"> = NO_KNOWLEDGE,
): Promise<EventDetail> {
  const key = parseEventId(id);
  const row = key && key.occurredAt >= oldest ? await findEvent(store, key) : null;
  if (!row) throw new EventNotFound("no such event in this store's log");
  return eventDetail(row, (await tell([row])).get(row.seq)?.known);
}

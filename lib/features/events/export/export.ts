import { setTimeout as rest } from "node:timers/promises";
import type { ExportFormat } from "#lib/contract/values/export-formats.ts";
import type { EventFilter } from "#lib/contract/events.ts";
import { parseEventId, type Cursor } from "#lib/features/events/ids.ts";
import { keptSince } from "#lib/features/events/kept-since.ts";
import { SearchTimedOut } from "#lib/features/events/log.ts";
import { isCancelled } from "#lib/features/events/list.records.ts";
import { eventsByKey, type EventRow } from "#lib/features/events/records.ts";
import { eventView, type KnownEvent } from "#lib/features/events/view.ts";
import type { Sought } from "#lib/features/events/sought.ts";
import type { StoreHash } from "#lib/ids.ts";
import { estimateEvents, nextEvents } from "./records.ts";
import { UNREAD } from "#lib/messages/describe-event.ts";
import { csvHead, csvRow, ndjsonRow } from "./table.ts";

/** Events that are read, put into words and sent in one go. */
const PAGE_EVENTS = 50;
/** Rest after a page, in times of what it took: an export has a quarter of a processor at most, here and in the database. */
const RESTS = 4;

/** How far back a log goes. */
export interface KeptEvents {
  /** Whatever the filter says. */
  retentionDays: number;
  now: Date;
}

/** A file of events, as far as it is known before it is made. */
export interface EventFile {
  /** About how many events it will have; null when that is not known. */
  estimate: number | null;
  /** Its text, piece by piece. */
  parts: AsyncGenerator<string, void, undefined>;
}

/** What a file is made of. */
export interface Asked {
  filter: EventFilter;
  /** The same with the things whose names it holds: see `legsOfFilter`. */
  legs: readonly Sought[];
}

/** Tells what is known of events' things, by the events' numbers of arrival, as far as whoever asks may see it. */
export type Tell = (rows: readonly EventRow[]) => Promise<ReadonlyMap<bigint, KnownEvent>>;

/**
 * The text of a file with all events that a filter finds, newest first, read as it is taken: memory holds one page,
 * of however many. What comes in behind the place that was reached is left out. Read only.
 * @throws {SearchTimedOut} when the very first page takes too long.
 */
export async function exportEvents(
  store: StoreHash,
  asked: Asked,
  format: ExportFormat,
  { retentionDays, now }: KeptEvents,
  tell: Tell,
): Promise<EventFile> {
  const oldest = keptSince(retentionDays, now);
  const pages = pagesOf(store, asked, oldest, (rows) => textOf(rows, format, tell));
  // Read before anything is sent: what fails later can only cut the file off, and no one is told why.
  const first = await pages.next().catch((error: unknown) => {
    throw isCancelled(error)
      ? new SearchTimedOut("the first page was not read in time", { cause: error })
      : error;
  });
  async function* parts() {
    if (format === "csv") yield csvHead();
    if (first.done) return;
    yield first.value;
    yield* pages;
  }
  return { estimate: await estimateEvents(store, asked.filter, oldest), parts: parts() };
}

/** The same for the events of the store that have these ids; ids of events that are kept no longer, or of none, find nothing. */
export async function exportSelected(
  store: StoreHash,
  ids: readonly string[],
  format: ExportFormat,
  { retentionDays, now }: KeptEvents,
  tell: Tell,
): Promise<EventFile> {
  const oldest = keptSince(retentionDays, now);
  const keys = ids.flatMap((id) => parseEventId(id) ?? []).filter(({ occurredAt }) => occurredAt >= oldest);
  const rows = await eventsByKey(store, keys);
  async function* parts() {
    if (format === "csv") yield csvHead();
    if (rows.length > 0) yield await textOf(rows, format, tell);
  }
  return { estimate: rows.length, parts: parts() };
}

/** Rests after each page, so that deliveries find a processor and a database that have time for them. */
async function* pagesOf(
  store: StoreHash,
  { filter, legs }: Asked,
  oldest: Date,
  write: (rows: readonly EventRow[]) => Promise<string>,
): AsyncGenerator<string, void, undefined> {
  let after: Cursor | null = null;
  for (;;) {
    const beganAtMs = performance.now();
    const rows: EventRow[] = await nextEvents(store, legs, filter, { after, limit: PAGE_EVENTS, oldest });
    const text = await write(rows);
    // Without the time that the reader then takes: a slow one is no reason to rest.
    const tookMs = performance.now() - beganAtMs;
    if (rows.length > 0) yield text;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_EVENTS) return;
    after = last;
    await rest(tookMs * RESTS);
  }
}

async function textOf(rows: readonly EventRow[], format: ExportFormat, tell: Tell): Promise<string> {
  const told = await tell(rows);
  return rows
    .map((row) => {
      const known = told.get(row.seq)?.known ?? UNREAD;
      const event = { view: eventView(row, known), known, body: row.body };
      return format === "csv" ? csvRow(event) : ndjsonRow(event);
    })
    .join("");
}

import type { Access } from "#lib/access.ts";
import {
  AttemptView,
  type DeliveryPage,
  type DeliveryQuery,
  type DeliveryView,
} from "#lib/contract/destinations.ts";
import { DELIVERY_STATES, type DeliveryState } from "#lib/contract/values/destinations.ts";
import { destinationOf } from "#lib/features/destinations/destinations.records.ts";
import { DestinationNotFound } from "#lib/features/destinations/errors.ts";
import { cursorText, eventId, parseCursor } from "#lib/features/events/ids.ts";
import { InvalidCursor } from "#lib/features/events/log.ts";
import { eventsByKey } from "#lib/features/events/records.ts";
import { eventView } from "#lib/features/events/view.ts";
import { maySeePersonal } from "#lib/features/privacy/may-see.ts";
import { privacyRow } from "#lib/features/privacy/records.ts";
import { catalogueWordsHere } from "#lib/messages/here.ts";
import {
  attemptsOf,
  openEvents,
  takenEvents,
  type AttemptRow,
  type DeliveryRow,
  type PageEnd,
} from "./page.records.ts";

/**
 * A page of what became of events at a destination, the last tried first, each with its attempts. Read only.
 * @throws {DestinationNotFound | InvalidCursor}
 */
export async function deliveryPage(
  access: Access,
  id: string,
  { state: states = [...DELIVERY_STATES], cursor, limit }: DeliveryQuery,
): Promise<DeliveryPage> {
  const { storeHash } = access;
  if (!(await destinationOf(storeHash, id)))
    throw new DestinationNotFound("the store has no such destination");
  const rows = await rowsOf(id, states, endOf(cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const [events, attempts, privacy] = await Promise.all([
    eventsByKey(storeHash, shown),
    attemptsOf(
      id,
      shown.map(({ seq }) => seq),
    ),
    privacyRow(storeHash),
  ]);
  const titles = new Map(events.map((event) => [event.seq, eventView(event).summary]));
  const seesAnswers = maySeePersonal(access, privacy);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    deliveries: shown.map((row) =>
      viewOf(
        row,
        titles.get(row.seq),
        attempts.filter(({ seq }) => seq === row.seq).map((attempt) => attemptView(attempt, seesAnswers)),
      ),
    ),
    nextCursor: last ? cursorText({ occurredAt: last.lastAt, seq: last.seq }) : null,
  };
}

/** One attempt as a person may see it. Pure. @param seesAnswer Whether an answer may tell of the shop's customers. */
export const attemptView = (
  { at, outcome, status, failure, tookMs, answer }: Omit<AttemptRow, "destinationId" | "seq">,
  seesAnswer: boolean,
): AttemptView =>
  AttemptView.parse({
    at: at.toISOString(),
    outcome,
    status,
    failure,
    tookMs,
    answer: seesAnswer ? answer : null,
  });

function endOf(cursor: string | undefined): PageEnd | null {
  if (cursor === undefined) return null;
  const end = parseCursor(cursor);
  if (!end) throw new InvalidCursor("the cursor is none of ours");
  return { at: end.occurredAt, seq: end.seq };
}

/** From both tables, each in the same order. */
async function rowsOf(
  id: string,
  states: readonly DeliveryState[],
  after: PageEnd | null,
  limit: number,
): Promise<DeliveryRow[]> {
  const open = states.filter((state) => state !== "delivered" && state !== "not_wanted");
  const [taken, others] = await Promise.all([
    states.includes("delivered") ? takenEvents(id, after, limit) : [],
    open.length > 0 ? openEvents(id, open, after, limit) : [],
  ]);
  return [...taken, ...others]
    .toSorted((one, other) => other.lastAt.getTime() - one.lastAt.getTime() || Number(other.seq - one.seq))
    .slice(0, limit);
}

function viewOf(row: DeliveryRow, title: string | undefined, history: AttemptView[]): DeliveryView {
  const { seq, scope, occurredAt, state, attempts, status, failure, lastAt, nextAt } = row;
  return {
    id: String(seq),
    eventId: eventId(row),
    scope,
    title: title ?? catalogueWordsHere().titleOf(scope),
    occurredAt: occurredAt.toISOString(),
    state: stateIn(state),
    attempts,
    status,
    lastAt: lastAt.toISOString(),
    nextAt: nextAt?.toISOString() ?? null,
    reason: failure,
    history,
  };
}

/** The state that a table keeps; what a newer version wrote besides waits for it. Pure. */
export const stateIn = (text: string): DeliveryState =>
  DELIVERY_STATES.find((state) => state === text) ?? "waiting";

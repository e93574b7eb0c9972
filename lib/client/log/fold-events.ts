import { partsOf } from "#lib/catalogue/scope.ts";
import type { EventView } from "#lib/contract/events.ts";

/** Events of one thing that are no further apart than this come from one action, in milliseconds: most times are whole seconds. */
const APART_MAX_MS = 1_000;
/** Fewer events of one thing than this stand by themselves: a row that has to be opened would save little. */
const FOLDED_FROM = 3;

/** Events that one action made, or an event by itself. */
export interface EventFold {
  /** Stays the same while newer events join. */
  key: string;
  /** The event that says best what happened. */
  lead: EventView;
  /** In the order of the log; just the lead where nothing is folded. */
  events: readonly EventView[];
}

/** What says best what happened, first. Paths of scopes without their channel. */
const TELLING: readonly RegExp[] = [
  /^cart\/converted$/,
  /^[^/]+\/deleted$/,
  /^[^/]+\/(?:created|abandoned)$/,
  /^order\/(?:statusUpdated|refund\/created|archived)$/,
  /^[^/]+\/(?!updated)[^/]+$/,
  /^[^/]+\/updated$/,
];

/**
 * Puts together what one action made: events of one thing within a second, where there are three at least, at the place of
 * the newest. A cart that became an order is one thing with it, however few events they have, if no other
 * one did so in that second. Events that are odd
 * or tests stand by themselves. Pure.
 * @param events Newest first, as the log lists them.
 */
export function foldEvents(events: readonly EventView[]): EventFold[] {
  const groups: EventView[][] = [];
  const groupOf = new Map<EventView, EventView[]>();
  const latest = new Map<string, EventView[]>();
  for (const event of events) {
    const thing = thingOf(event);
    const known = thing === null ? undefined : latest.get(thing);
    if (known?.[0] && areClose(known[0], event)) {
      known.push(event);
      groupOf.set(event, known);
      continue;
    }
    const fresh = [event];
    groups.push(fresh);
    groupOf.set(event, fresh);
    if (thing !== null) latest.set(thing, fresh);
  }
  const places = new Map(events.map((event, place) => [event, place]));
  const joined = joinCheckouts(groups, (event) => places.get(event) ?? 0);
  const done = new Set<readonly EventView[]>();
  return events.flatMap((event) => {
    const own = groupOf.get(event) ?? [event];
    const members = joined.get(own) ?? own;
    if (members === own && members.length < FOLDED_FROM) return [foldOf([event])];
    if (done.has(members)) return [];
    done.add(members);
    return [foldOf(members)];
  });
}

/** The events that have a row: those of open folds, and of a closed one what leads it. Pure. */
export function eventsInSight(folds: readonly EventFold[], open: ReadonlySet<string>): EventView[] {
  return folds.flatMap(({ key, lead, events }) => (open.has(key) ? events : [lead]));
}

/** The event whose row stands for this one: itself, or what leads the closed fold that it is in. Pure. */
export function rowFor(folds: readonly EventFold[], open: ReadonlySet<string>, id: string): string {
  const fold = folds.find(({ events }) => events.some((event) => event.id === id));
  return fold && !open.has(fold.key) ? fold.lead.id : id;
}

function foldOf(events: readonly EventView[]): EventFold {
  // Newer events join in front, so that the last one names the fold.
  const key = events.at(-1)?.id ?? "";
  const [first, ...rest] = events;
  if (!first) throw new Error("a fold has events");
  const lead = rest.reduce((best, event) => (rankOf(event) < rankOf(best) ? event : best), first);
  return { key, lead, events };
}

/** Carts that became orders, with the events of the order: only where it is clear which cart became which. */
function joinCheckouts(
  groups: readonly EventView[][],
  placeOf: (event: EventView) => number,
): Map<readonly EventView[], EventView[]> {
  const holding = (path: string) => groups.filter((group) => group.some((event) => pathOf(event) === path));
  const carts = holding("cart/converted");
  const orders = holding("order/created");
  const joined = new Map<readonly EventView[], EventView[]>();
  for (const cart of carts) {
    const [order, ...others] = orders.filter((group) => group !== cart && areNear(cart, group));
    if (!order || others.length > 0 || joined.has(cart) || joined.has(order)) continue;
    if (carts.filter((group) => group !== order && areNear(group, order)).length !== 1) continue;
    const together = [...cart, ...order].toSorted((one, other) => placeOf(one) - placeOf(other));
    joined.set(cart, together);
    joined.set(order, together);
  }
  return joined;
}

const timeOf = ({ occurredAt }: EventView) => Date.parse(occurredAt);
const areClose = (one: EventView, other: EventView) => Math.abs(timeOf(one) - timeOf(other)) <= APART_MAX_MS;
const areNear = (one: readonly EventView[], other: readonly EventView[]) =>
  one[0] !== undefined && other[0] !== undefined && areClose(one[0], other[0]);
const pathOf = ({ scope }: EventView) => partsOf(scope).path;

/** What an event is about; null for one that stands by itself. */
function thingOf({ resource, flags, isTest }: EventView): string | null {
  return resource && flags.length === 0 && !isTest ? `${resource.type}:${resource.id}` : null;
}

function rankOf(event: EventView): number {
  const { path, channelId } = partsOf(event.scope);
  const rank = TELLING.findIndex((pattern) => pattern.test(path));
  return (rank === -1 ? TELLING.length : rank) * 2 + (channelId === null ? 0 : 1);
}

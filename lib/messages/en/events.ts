import type { TimeRange } from "#lib/contract/values/time-ranges.ts";
import type { EventGroup } from "#lib/contract/values/events.ts";
import type { EventFlag, EventView, Proof } from "#lib/contract/events.ts";
import type { BadgeWords } from "#lib/messages/badge.ts";
import { counted } from "./plural.ts";

export const area = "events";

/** Texts of the Events screen. */
export const EVENTS = {
  title: "Events",
  description: (days: number | undefined) =>
    days === undefined
      ? "Events from your store."
      : `Events from your store, kept for ${counted(days, "day", "days")}.`,
  live: "Live",
  paused: "Paused",
  connecting: "Connecting",
  reconnecting: "Reconnecting",
  pause: "Pause",
  resume: "Resume",
  keys: "Keyboard shortcuts",
  export: "Export",

  filters: "Filters",
  search: "Search events",
  placeholder: "Search by name, email, number or event",
  eventTypes: (count: number) => (count === 0 ? "Event types: all" : `Event types: ${count}`),
  chooseTypes: "Choose event types",
  noTypes: "No event types match",
  group: "Group",
  groups: {
    all: "All groups",
    orders: "Orders",
    shipments: "Shipments",
    products: "Products",
    inventory: "Inventory and locations",
    categories: "Categories and brands",
    customers: "Customers and subscribers",
    carts: "Carts",
    "price-lists": "Price lists",
    channels: "Channels and storefronts",
    store: "Store",
    b2b: "B2B",
  } satisfies Record<EventGroup | "all", string>,
  proofFilter: "Proof",
  proofs: {
    all: "Any proof",
    both: "Both proofs",
    signature: "Signature only",
    header: "Secret header only",
    keeper: "Noted by Keeper",
  } satisfies Record<Proof | "all", string>,
  result: "Result",
  results: {
    all: "All results",
    received: "Received",
    flagged: "Flagged",
    test: "Test",
    repeated: "Arrived more than once",
    not_sent: "Not sent",
  },
  time: "Time",
  times: {
    "1h": "Last hour",
    "24h": "Last 24 hours",
    "7d": "Last 7 days",
    "30d": "Last 30 days",
    custom: "Custom range",
  } satisfies Record<TimeRange, string>,
  from: "From",
  to: "To",
  apply: "Apply",
  wrongOrder: "Choose an end after the start",
  active: "Active filters",
  searchChip: (text: string) => `“${text}”`,
  clear: "Clear filters",
  moreActions: "More actions",
  moreFilters: (active: number) => (active === 0 ? "More filters" : `More filters ${active}`),
  filtersButton: (active: number) => (active === 0 ? "Filters" : `Filters ${active}`),
  showEvents: "Show events",
  lateChip: "Arrived late",

  shown: (count: number, hasOlder: boolean) =>
    hasOlder ? `Latest ${count} events` : counted(count, "event", "events"),
  none: "No events",
  showOlder: "Show older events",
  showingOlder: "Loading older events…",
  olderSlow: "Older events are taking longer than usual to load. The ones above stay.",
  allShown: "That's everything.",
  newEvents: (count: number, isFull: boolean) =>
    isFull ? `${count}+ new events` : counted(count, "new event", "new events"),
  newWhilePaused: (count: number, isFull: boolean) => `Paused · ${count}${isFull ? "+" : ""} new`,
  /** @param text The count as the locale writes it. */
  lateEvents: (text: string, count: number) =>
    `${text} older ${count === 1 ? "event" : "events"} just arrived`,
  viewLate: "View",
  list: "Event log",
  columns: {
    select: "Select",
    when: "When",
    event: "Event",
    about: "About",
    arrivals: "Arrivals",
  },
  /** Read out when the list changes. */
  nowShown: (count: number, hasOlder: boolean, newest: string) =>
    `${counted(count, "event", "events")}${hasOlder ? " and older ones" : ""}. Newest: ${newest}`,
  arrivals: (count: number) => counted(count, "time", "times"),
  events: (count: number) => counted(count, "event", "events"),
  arrivedTimes: (count: number) => `Arrived ${counted(count, "time", "times")}`,
  later: (span: string) => `arrived ${span} later`,
  allAbout: (label: string) => `All about ${label}`,

  slow: "New events are taking longer than usual to load. We'll keep trying.",
  unreadable: "These events are taking longer than usual to load.",
  timedOut: "Search took too long",
  timedOutText: "Choose a shorter time range.",
  emptyTitle: "No events yet",
  emptyText: "Events show up here seconds after something changes in your store.",
  emptyFiltered: "No events match these filters",
  emptyFilteredText: "Clear a filter or widen the time range.",
  filteredOut: (ago: string) =>
    `Your latest event (${ago}) doesn't match. Clear a filter or widen the time range.`,
  nothingOn: "Nothing is turned on",
  nothingOnText: "Choose the events you want to receive.",
  chooseEvents: "Choose events",

  loadingEvent: "Event",
  gone: "This event is no longer in your history",
  goneText: (days: number | undefined) =>
    days === undefined ? "It may be too old." : `Events are kept for ${counted(days, "day", "days")}.`,
  viewAll: "View all events",
  eventSlow: "This event is taking longer than usual to load.",
  newerEvent: "Newer event",
  olderEvent: "Older event",
  changes: "What changed",
  eventType: "Event type",
  happened: "Happened",
  happenedUntold: "Not told",
  happenedUnreadable: (claim: string) => `Not readable: ${claim}`,
  happenedByClaim: (time: string) => `${time}, by its own account`,
  receivedAt: "Received",
  proof: "Proof",
  testProof: "Test event. Not included in your totals.",
  hash: "Hash",
  size: "Size",
  id: "ID",
  copyId: "Copy event ID",
  copyHash: "Copy hash",
  bytes: (count: string) => (count === "1" ? "1 byte" : `${count} bytes`),
  payload: "Payload",
  emptyPayload: "This event came without a payload.",
  headers: "Headers",
  technical: "Technical details",
  erase: "Erase data",
  print: "Print event",
  timeline: "Timeline",
  stepHappened: "Happened in the store",
  stepUntold: "When it happened isn't known",
  stepArrived: "Arrived",
  stepArrivedAfter: (span: string) => `Arrived ${span} later`,
  stepRepeated: (count: number) => (count === 1 ? "Arrived once more" : `Arrived ${count} more times, last`),
  related: "Related",
  relatedTo: (label: string) => `Newest about ${label}`,
  relatedNone: "This is the only event about it.",
  relatedSlow: "Related events are taking longer than usual to load.",
  shownNow: "shown now",
  /** @param span From when it happened; null for less than a second. */
  overview: (span: string | null, arrivals: number, isTimeKnown: boolean) =>
    [
      isTimeKnown
        ? span === null
          ? "Arrived in under a second."
          : `Arrived ${span} after it happened.`
        : "We don't know when this happened.",
      ...(arrivals > 1
        ? [`BigCommerce sent it ${arrivals === 2 ? "twice" : `${arrivals} times`}; we kept one copy.`]
        : []),
    ].join(" "),
  copyEvent: "Copy",
  copyAs: { json: "JSON", curl: "cURL", fixture: "Fixture" },
  copyAsNames: {
    json: "Copy as JSON",
    curl: "Copy as a signed test request",
    fixture: "Copy as a fixture",
  },
  copyHint: "Add your client secret to the command before you run it.",
  openInPanel: (label: string) => `Open ${label} in the control panel`,
};

/** What the app thinks of an event, in one badge. */
export function resultBadge({ flags, isTest }: EventView): BadgeWords {
  if (flags.length > 0) return { label: "Flagged", variant: "warning" };
  if (isTest) return { label: "Test", variant: "primary" };
  return { label: "Received", variant: "secondary" };
}

/** Beside the result of an event that the demo store brought along. */
export const DEMO_BADGE: BadgeWords = { label: "Demo", variant: "primary" };

/** How it is known that BigCommerce sent an event. */
export const PROOFS: Record<Proof, string> = {
  signature: "Signed by BigCommerce",
  header: "Came with this store's secret header",
  both: "Signed by BigCommerce, and came with this store's secret header",
  keeper: "Keeper noted it itself",
};

/** What was odd about an event that was proven and therefore kept. */
export const FLAGS: Record<EventFlag, string> = {
  unreadable: "The payload could not be read. It is kept as it came.",
  unknown_scope: "This event type is not in the list of known ones.",
  unknown_store: "Sent for an unknown store.",
  uninstalled_store: "It came after the app was removed from this store.",
  other_store: "The payload belongs to another store.",
  time_in_other_form: "Its time came in an unusual format. We could read it all the same.",
  time_unknown: "It doesn't say when it happened. It is listed by when it arrived.",
  time_ahead: "By its own account it happened after it arrived. It is listed by when it arrived.",
  time_long_ago: "By its own account it is older than anything we keep. It is listed by when it arrived.",
};

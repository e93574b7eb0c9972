import type { Overview } from "#lib/contract/overview.ts";
import type { Severity } from "#lib/contract/values/verdicts.ts";
import type { BadgeWords } from "#lib/messages/badge.ts";
import type { Locale } from "#lib/messages/format/time.ts";
import { counted } from "./plural.ts";

export const area = "overview";

/** Texts of the Overview screen. */
export const OVERVIEW = {
  title: "Overview",
  description: "How your webhooks are doing.",
  checked: "Checked with BigCommerce",
  figures: "Figures",

  typesOn: "Event types on",
  viewWebhooks: "View webhooks",
  typesName: (on: string) => `${on} event types on, view webhooks`,
  lastEvent: "Last event",
  noEventYet: "None yet",
  lastEventName: (ago: string, summary: string) => `Last event ${ago}, ${summary}, view event`,
  received: "Last 24 hours",
  events: (count: string) => `${count} ${count === "1" ? "event" : "events"}`,
  viewEvents: "View events",
  receivedName: (count: string, trend: string) => `${count} events in 24 hours, ${trend}, view events`,

  todo: "To do",
  todoList: "What to do",
  fixAll: "Fix all",
  fixing: "Fixing…",
  fixed: (count: number) => (count === 1 ? "Fixed 1 webhook" : `Fixed ${count} webhooks`),
  notFixed: (count: number) => (count === 1 ? "Couldn't fix 1 webhook" : `Couldn't fix ${count} webhooks`),
  fixingMany: (count: number) => `Fixing ${count} webhooks`,
  view: "View",
  seen: "Mark as seen",
  seenBy: (who: string) => `Seen by ${who}`,
  notSeen: "Couldn't mark this as seen",
  moreFor: (sentence: string) => `More actions, ${sentence}`,
  since: "Found",
  more: (count: number) => `and ${count} more`,
  contact: "Contact support",
  severities: {
    lost: { label: "Losing events", variant: "danger" },
    risk: { label: "Needs attention", variant: "warning" },
    wait: { label: "Wait", variant: "secondary" },
  } satisfies Record<Severity, BadgeWords>,

  recent: "Recently fixed",
  recentList: "What was fixed in the last 24 hours",

  details: "Delivery details",
  detailsText: "Delays, repeats and rejected deliveries.",
  showDetails: "Show details",
  hideDetails: "Hide details",
  repeats: "Repeats, 24 hours",
  delay: "Delivery delay, 24 hours",
  noDelay: "No events",
  delayText: (median: string, slowest: string) => `${median} typical, ${slowest} for the slowest 5%`,

  columns: { events: "Received", share: "Share", type: "Event type" },
  frequent: "Most frequent",
  frequentList: "Most frequent event types",
  viewTypes: "View event types",
  noneFrequent: "No events in this time.",

  moving: "Keeper has a new address",
  movingText: (here: number, all: number) =>
    `${here} of ${counted(all, "webhook uses", "webhooks use")} it. We're moving the rest.`,

  checkNow: "Check now",
  checking: "Checking…",
  alreadyChecking: "Already checking…",
  matches: "Everything matches",
  checkFailed: "Couldn't check with BigCommerce",

  spooled: (count: number) =>
    count === 1
      ? "1 event isn't in the log yet. This event arrived while our database couldn't store it. We add the event as soon as we can."
      : `${count} events aren't in the log yet. These events arrived while our database couldn't store them. We add them as soon as we can.`,
  slow: "These numbers are taking longer than usual.",
  emptyTitle: "No events yet",
  emptyText: "Events show up here seconds after something changes in your store.",
  nothingOn: "No event types are on",
  nothingOnText: "Choose the events you want to receive.",
  chooseEvents: "Choose events",
};

/** The store's verdict as a badge; `toFix` counts what a person has to do. */
export function stateBadge({ state, todo }: Pick<Overview, "state" | "todo">): BadgeWords {
  const toFix = todo.alerts.filter(({ severity }) => severity !== "wait").length;
  switch (state) {
    case "good":
      return { label: "All good", variant: "success" };
    case "losing":
      return { label: `${toFix} to do`, variant: "danger" };
    case "attention":
      return { label: `${toFix} to do`, variant: "warning" };
    case "waiting":
      return { label: "Waiting", variant: "secondary" };
    case "first_event":
      return { label: "Waiting for events", variant: "secondary" };
    case "nothing_on":
      return { label: "Nothing on", variant: "secondary" };
    case "checking":
      return { label: "Checking", variant: "secondary" };
  }
}

/** How today compares with the day before: "up 12% on the day before"; nothing where there is no day before. */
export function trendWords(now: number, before: number | null, { tag }: Locale): string {
  if (before === null || before === 0) return now === 0 && before === 0 ? "same as the day before" : "";
  const change = (now - before) / before;
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.abs(change),
  );
  if (Math.abs(change) < 0.005) return "same as the day before";
  return `${change > 0 ? "up" : "down"} ${percent} on the day before`;
}

import type { Overview } from "#lib/contract/overview.ts";
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

  webhooksOn: "Webhooks on",
  ofAll: (all: string) => `of ${all}`,
  viewWebhooks: "View webhooks",
  webhooksName: (on: string, all: string) => `${on} of ${all} webhooks on, view webhooks`,
  lastEvent: "Last event",
  noEventYet: "None yet",
  lastEventName: (ago: string, summary: string) => `Last event ${ago}, ${summary}, view event`,
  received: "Received, 24 hours",
  viewEvents: "View events",
  receivedName: (count: string, trend: string) =>
    `${count} events received in 24 hours, ${trend}, view events`,
  repeats: "Repeats, 24 hours",
  repeatsText: "Arrived more than once",
  repeatsName: (count: string) =>
    `${count} repeated arrivals in 24 hours, view events that arrived more than once`,
  delay: "Delay, 24 hours",
  noDelay: "No events",
  slowest: (span: string) => `Slowest 5%: ${span} or more`,
  delayName: (median: string, slowest: string) =>
    `Half of the events arrive within ${median}, the slowest 5% take ${slowest} or more, view events`,
  noDelayName: "No delay known, no events in 24 hours, view events",

  columns: {
    events: "Received",
    share: "Share",
    type: "Event type",
    state: "State",
    remedy: "What helps",
  },

  frequent: "Most frequent",
  frequentList: "Most frequent event types",
  viewTypes: "View all event types",
  noneFrequent: "No events in this time.",
  attention: "Needs attention",
  attentionList: "Webhooks that need attention",
  allGood: "No webhook needs attention.",
  bannerText: (title: string, verdict: string, more: number) =>
    more === 0
      ? `${title}: ${verdict.toLowerCase()}.`
      : `${title}: ${verdict.toLowerCase()}, and ${more} more.`,
  bannerTitle: (count: number) => `${counted(count, "webhook needs", "webhooks need")} attention`,
  review: "Review webhooks",

  moving: "This app has moved",
  movingText: (here: number, all: number) =>
    `${here} of ${counted(all, "webhook delivers", "webhooks deliver")} to its new address. The others follow by themselves.`,

  checkNow: "Check now",
  checking: "Checking…",
  matches: "Everything matches",
  differs: (count: number) =>
    count === 1
      ? "1 webhook differs from what you turned on"
      : `${count} webhooks differ from what you turned on`,
  checkFailed: "The check did not work",

  slow: "These numbers take longer than usual.",
  emptyTitle: "No events yet",
  emptyText: "Events show up here seconds after something changes in your store.",
  nothingOn: "Nothing is turned on",
  nothingOnText: "Choose the events you want to receive.",
  chooseEvents: "Choose events",
};

/** The store's verdict as a badge. */
export function stateBadge({ state, needsAttention }: Overview): BadgeWords {
  const count = needsAttention.length;
  switch (state) {
    case "good":
      return { label: "All good", variant: "success" };
    case "attention":
      return {
        label: count === 0 ? "Needs attention" : `${count} need${count === 1 ? "s" : ""} attention`,
        variant: "warning",
      };
    case "not_receiving":
      return { label: "Not receiving", variant: "danger" };
    case "nothing_on":
      return { label: "Nothing on", variant: "secondary" };
    case "checking":
      return { label: "Checking", variant: "secondary" };
  }
}

/** How today compares with the day before: "up 12% on the day before". */
export function trendWords(now: number, before: number, { tag }: Locale): string {
  if (before === 0) return now === 0 ? "as on the day before" : "none on the day before";
  const change = (now - before) / before;
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.abs(change),
  );
  if (Math.abs(change) < 0.005) return "as on the day before";
  return `${change > 0 ? "up" : "down"} ${percent} on the day before`;
}

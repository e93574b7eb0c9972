import type { Verdict } from "#lib/contract/subscriptions.ts";

/** What became of an action at BigCommerce, by the code that is written down of it. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "Reopen the app and select Confirm first.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce isn't available right now.",
  BIGCOMMERCE_RATE_LIMITED: "Your store's API limit is reached. Try again in a moment.",
  BIGCOMMERCE_FORBIDDEN: "This store did not grant what this event type needs.",
  BIGCOMMERCE_REFUSED: "BigCommerce does not accept a webhook of this event type.",
  BIGCOMMERCE_CONFLICT: "BigCommerce does not accept a webhook of this event type.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce no longer has this webhook.",
  BIGCOMMERCE_UNREADABLE: "We couldn't read BigCommerce's answer.",
  STORE_NOT_FOUND: "BigCommerce can't find this store. It may be closed.",
  CHECK_REFUSED: "BigCommerce refused to list your webhooks.",
  HOOK_LIMIT_REACHED: "BigCommerce allows an app 10 webhooks of one event type.",
  UNKNOWN_SCOPE: "BigCommerce documents no event type of this name.",
  CHECK_RUNNING: "Keeper is already checking your webhooks. Try again in a moment.",
};
export const OTHER_OUTCOME: string = "BigCommerce did not accept the change.";

/** How one webhook is doing. Days and times come as words. */
export const HEALTH = {
  needsAccess: "We can't check this webhook until you reopen the app and confirm.",
  doubled: (count: number) =>
    `BigCommerce has ${count} webhooks for this event type. Each event arrives ${count === 2 ? "twice" : `${count} times`}.`,
  doubledBy: (title: string) =>
    `“${title}” brings these events too, and no one turned it on here. Each event arrives twice.`,
  overlaps: (coveredBy: string) => `“${coveredBy}” already includes these events. Each one arrives twice.`,
  coveredBy: (title: string) => `Included in “${title}”.`,
  notOn: "Not turned on.",
  turnedOff: (who: string, day: string) => `Turned off by ${who} on ${day}.`,
  turningOn: "We're turning this on at BigCommerce.",
  gone: "BigCommerce no longer has this webhook.",
  notThere: (why: string) => `BigCommerce doesn't have this webhook yet. ${why}`,
  elsewhere: "BigCommerce sends these events to a different address.",
  otherSecret: (deadline: string | null) =>
    `We're rejecting these events because the secret doesn't match. ${
      deadline === null
        ? "BigCommerce resends each one for up to 48 hours."
        : `Fix it by ${deadline} and BigCommerce resends them.`
    }`,
  noSecret:
    "BigCommerce sends these events without the store's secret. We accept them only if they're signed.",
  blocked: (time: string) =>
    `BigCommerce paused deliveries until ${time}. It usually sends the waiting events after that.`,
  quiet: (since: string, end: string | null, isRenewed: boolean) =>
    `No event since ${since}. BigCommerce may turn this off ${end === null ? "soon" : `on ${end}`}.${isRenewed ? " We'll renew it first." : ""}`,
  fresh: "The first events can take a minute.",
  lastEvent: (moment: string) => `Last event: ${moment}.`,
  waiting: (day: string) => `On since ${day}. No event of this type has arrived yet.`,
};

/** Why a webhook is off. */
export const OFF = {
  bySomebody: (day: string) => `Turned off on ${day}, probably by a person or another tool.`,
  byWhom: (day: string) => `Turned off at BigCommerce on ${day}. We don't know why.`,
  ownFault: (day: string, span: string) =>
    `BigCommerce turned this off on ${day}, probably because we couldn't accept events ${span}.`,
  quiet: (day: string, days: number) =>
    `BigCommerce turned this off on ${day}, probably because no event came for ${days} days.`,
  gaveUp: (day: string) => `BigCommerce turned this off on ${day} because deliveries failed for 48 hours.`,
  perhapsFailed: (day: string) =>
    `BigCommerce turned this off on ${day}, probably because deliveries failed for 48 hours.`,
  unknown: (day: string) => `BigCommerce turned this off on ${day} and doesn't say why.`,
  at: (time: string) => `at ${time}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
};

/** Why Keeper leaves alone what it could fix; follows another sentence. */
export const HOLD = {
  tellingOnly: " Automatic repair is off.",
  spent: (times: number, until: string) =>
    ` We fixed this ${times} times in a day and it broke again. We'll try again after ${until}.`,
  later: (time: string) => ` We'll try to fix this after ${time}.`,
  ownFault: " We'll try to fix this once we've accepted events without problems for 10 minutes.",
};

/** What is wrong, after the name of an event type. */
const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "is turned off",
  missing: "is missing",
  wrong_address: "goes to a different address",
  wrong_secret: "has the wrong secret",
  doubled: "arrives twice",
  overlaps_wildcard: "arrives twice",
  over_limit: "is over BigCommerce's limit",
  going_quiet: "may be turned off soon",
};

/** How all webhooks of a store are doing. */
export const STORE = {
  nothingOn: "No event types are on, so no events arrive.",
  checking: "We're comparing your webhooks with BigCommerce.",
  refusing: "We couldn't accept the latest events, and none has arrived since.",
  allOn: (all: number) => (all === 1 ? "Your webhook is on." : `All ${all} webhooks are on.`),
  firstEvent: "No event has arrived yet.",
  lastEvent: (ago: string) => `Last event: ${ago}.`,
  destination: "A destination needs your attention.",
  destinationRetrying: "A destination isn't taking events right now.",
  needsAccess: "Reopen the app and select Confirm. Until then we can't check or fix webhooks.",
  paused: (time: string) => `BigCommerce paused deliveries until ${time}.`,
  silent: "BigCommerce isn't responding.",
  error: (status: number) => `BigCommerce returned an error (${status}).`,
  unavailable: "BigCommerce says this store is unavailable (503). It may be suspended or in maintenance.",
  nextTry: (time: string) => `We'll try again at ${time}.`,
  tryingNow: "We're trying again now.",
  needy: (needy: number, all: number, named: readonly { title: string; verdict: Verdict }[]) => {
    const count =
      all === 1
        ? "Your webhook needs attention"
        : `${needy} of ${all} webhooks need${needy === 1 ? "s" : ""} attention`;
    const names = named.map(({ title, verdict }) => `${title} ${FAULTS[verdict] ?? "needs attention"}`);
    const more = needy - named.length;
    return `${count}: ${names.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`;
  },
  justNow: "less than a minute ago",
};

import type { Remedy, Verdict } from "#lib/contract/subscriptions.ts";

/** What became of an action at BigCommerce, by the code that is written down of it. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "The store has to accept this app again.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce takes longer than usual to answer.",
  BIGCOMMERCE_RATE_LIMITED: "BigCommerce asked us to slow down. Try again in a moment.",
  BIGCOMMERCE_FORBIDDEN: "This store did not grant what this event type needs.",
  BIGCOMMERCE_REFUSED: "BigCommerce does not accept a webhook of this event type.",
  BIGCOMMERCE_CONFLICT: "BigCommerce does not accept a webhook of this event type.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce no longer has this webhook.",
  BIGCOMMERCE_UNREADABLE: "BigCommerce answered something that this app cannot read.",
  STORE_NOT_FOUND: "BigCommerce does not find this store. It may be closed or moved.",
  CHECK_REFUSED: "The webhooks could not be checked: BigCommerce refused to list them.",
  HOOK_LIMIT_REACHED: "BigCommerce allows 10 webhooks of one event type for this app.",
  UNKNOWN_SCOPE: "BigCommerce documents no event type of this name.",
  CHECK_RUNNING: "Keeper is already checking your webhooks. Try again in a moment.",
};
export const OTHER_OUTCOME: string = "BigCommerce did not accept the change.";

/** How one webhook is doing. Days and times come as words. */
export const HEALTH = {
  needsAccess: "The store has to accept this app again.",
  doubled: (count: number) =>
    `BigCommerce has ${count} webhooks for this event type. Each event arrives ${count === 2 ? "twice" : `${count} times`}.`,
  doubledBy: (title: string) =>
    `A webhook for ${title} brings these too, though nobody turned it on here. Each event arrives twice.`,
  overlaps: (coveredBy: string) => `Covered by ${coveredBy}. Each event arrives twice.`,
  coveredBy: (title: string) => `Covered by ${title}.`,
  notOn: "Not turned on.",
  turnedOff: (who: string, day: string) => `Turned off by ${who} on ${day}.`,
  turningOn: "It is being turned on at BigCommerce.",
  gone: "BigCommerce no longer has this webhook.",
  notThere: (why: string) => `Not there yet. ${why}`,
  elsewhere: "BigCommerce sends these events to another address of this app.",
  noSecret: "Events arrive without the agreed secret.",
  blocked: (time: string) =>
    `BigCommerce pauses deliveries until ${time} because too many failed. Events of this time come later, some perhaps never: Overview tells what this app refused.`,
  quiet: (since: string, end: string | null, isRenewed: boolean) =>
    `No event since ${since}. BigCommerce switches it off ${end === null ? "any day now" : `on ${end}`}.${isRenewed ? " The app renews it before." : ""}`,
  fresh: "First events can take a minute.",
  lastEvent: (moment: string) => `Last event ${moment}.`,
  waiting: (day: string) => `On since ${day}. No event of this type has happened yet.`,
};

/** Why a webhook is off. */
export const OFF = {
  bySomebody: (day: string) =>
    `Switched off at BigCommerce on ${day}, most likely by somebody and not by BigCommerce, though it is wanted here.`,
  byWhom: (day: string) => `Switched off at BigCommerce on ${day}. Who did it is not known yet.`,
  ownFault: (day: string, span: string) =>
    `Switched off by BigCommerce on ${day} because this app could not take deliveries ${span}.`,
  quiet: (day: string, days: number) =>
    `Switched off by BigCommerce on ${day}, most likely because no event came for ${days} days.`,
  perhapsFailed: (day: string) =>
    `Switched off by BigCommerce on ${day}, perhaps because deliveries failed for 48 hours, though one of these events arrived in that time.`,
  failed: (day: string) =>
    `Switched off by BigCommerce on ${day}, most likely because deliveries failed for 48 hours.`,
  at: (time: string) => `at ${time}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
};

/** What the keeper does where a remedy helps, and what a person may do instead. */
const DEEDS: Readonly<Partial<Record<Remedy, { keeper: string; person: string }>>> = {
  turn_on: { keeper: "turns it on again", person: "turn it on" },
  reregister: { keeper: "re-registers it again", person: "re-register it" },
  repair: { keeper: "puts it right again", person: "put it right" },
};
const deedOf = (remedy: Remedy) => DEEDS[remedy] ?? { keeper: "puts it right", person: "put it right" };

/** Why the app leaves alone what it could mend; follows another sentence. */
export const HOLD = {
  tellingOnly: " It waits for you, because this app is only to tell.",
  spent: (remedy: Remedy, times: number, until: string) =>
    ` The app put it right ${times} times within a day, and each time it broke again. It is left so until ${until}: look for the cause, or ${deedOf(remedy).person} yourself.`,
  later: (remedy: Remedy, time: string) => ` The app ${deedOf(remedy).keeper} at ${time} at the earliest.`,
  ownFault: (remedy: Remedy) => ` The app ${deedOf(remedy).keeper} once it has worked well for 10 minutes.`,
};

/** What is wrong, after the name of an event type. */
const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "is switched off",
  missing: "is missing",
  wrong_address: "is sent to another address",
  wrong_secret: "lacks its secret",
  doubled: "comes twice",
  overlaps_wildcard: "comes twice",
  over_limit: "is over BigCommerce's limit",
  blocked: "is paused by BigCommerce",
  going_quiet: "has been quiet for long",
};

/** How all webhooks of a store are doing. */
export const STORE = {
  nothingOn: "Nothing is turned on, so no events arrive.",
  asOf: (ago: string) => `This is as of ${ago}.`,
  noEvents: "No events in the last 24 hours.",
  checkFailed: "Events arrive, but the last check failed.",
  checking: "Your webhooks are being compared with BigCommerce.",
  refusing: "The last delivery was refused, and no event has arrived since.",
  good: (all: number, ago: string | null) =>
    `${all === 1 ? "Your webhook is on" : `All ${all} webhooks are on`}; ${ago === null ? "no event has come yet" : `the last event came ${ago}`}.`,
  needsAccess: "The store has to accept this app again. Until then webhooks stay as they are.",
  needy: (needy: number, all: number, named: readonly { title: string; verdict: Verdict }[]) => {
    const count =
      all === 1 ? "Your webhook needs you" : `${needy} of ${all} need${needy === 1 ? "s" : ""} you`;
    const names = named.map(({ title, verdict }) => `${title} ${FAULTS[verdict] ?? "needs access"}`);
    const more = needy - named.length;
    return `${count}: ${names.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`;
  },
  justNow: "less than a minute ago",
};

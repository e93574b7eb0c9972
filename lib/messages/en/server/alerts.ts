import type { TodoCause } from "#lib/contract/values/alerts.ts";

interface CauseWords {
  /** What is wrong, of one webhook, of `count` of them, or of the store. */
  alert: (count: number) => string;
  /** The same of destinations, by their names; of causes about destinations alone. */
  named?: (who: string, count: number) => string;
  /** That it is over. */
  recovery: string;
  /** What helps. */
  help: string;
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Each cause in words, for the screens and for messages alike. */
export const CAUSES: Readonly<Record<TodoCause, CauseWords>> = {
  off_by_bigcommerce: {
    alert: (count) => `${counted(count, "webhook was", "webhooks were")} turned off at BigCommerce`,
    recovery: "No webhook is turned off at BigCommerce anymore",
    help: "You aren't getting these events.",
  },
  missing: {
    alert: (count) => `${counted(count, "webhook is", "webhooks are")} missing at BigCommerce`,
    recovery: "No webhook is missing at BigCommerce anymore",
    help: "You aren't getting these events.",
  },
  wrong_address: {
    alert: (count) => `${counted(count, "webhook goes", "webhooks go")} to a different address`,
    recovery: "Every webhook goes to the right address again",
    help: "You aren't getting these events.",
  },
  wrong_secret: {
    alert: (count) => `${counted(count, "webhook uses", "webhooks use")} the wrong secret`,
    recovery: "Every webhook uses the right secret again",
    help: "We reject these events until it's fixed. BigCommerce resends each one for up to 48 hours.",
  },
  no_secret: {
    alert: (count) => `${counted(count, "webhook doesn't", "webhooks don't")} send the store's secret`,
    recovery: "Every webhook sends the store's secret again",
    help: "We accept these events only if they're signed.",
  },
  doubled: {
    alert: (count) => `${counted(count, "webhook exists", "webhooks exist")} twice at BigCommerce`,
    recovery: "No webhook exists twice at BigCommerce anymore",
    help: "Each event arrives more than once.",
  },
  overlaps_wildcard: {
    alert: (count) => `${counted(count, "event type arrives", "event types arrive")} twice`,
    recovery: "No event type arrives twice anymore",
    help: "Another type that is on already includes these events.",
  },
  over_limit: {
    alert: (count) =>
      `BigCommerce refuses ${counted(count, "webhook", "webhooks")}: it allows 10 of one event type`,
    recovery: "BigCommerce no longer refuses a webhook because of its limit",
    help: "You aren't getting these events. Remove webhooks of this event type that no one needs.",
  },
  blocked: {
    alert: () => "BigCommerce paused deliveries because too many failed",
    recovery: "BigCommerce delivers again",
    help: "You don't need to do anything. BigCommerce usually sends the waiting events after the pause.",
  },
  going_quiet: {
    alert: (count) => `${counted(count, "webhook hasn't", "webhooks haven't")} sent an event for 75 days`,
    recovery: "No webhook is about to be turned off for being inactive",
    help: "BigCommerce turns off webhooks that send nothing for 90 days.",
  },
  needs_reauthorisation: {
    alert: () => "Reauthorize the app",
    recovery: "The app is authorized again",
    help: "Reopen it and select Confirm. Until then we can't check or fix webhooks.",
  },
  check_failed: {
    alert: () => "We can't check your webhooks",
    recovery: "We can check your webhooks again",
    help: "We can't check or change webhooks right now.",
  },
  unreachable: {
    alert: () => "We couldn't check your webhooks for 2 hours",
    recovery: "We can check your webhooks again",
    help: "We can't check or change webhooks right now. We'll keep trying.",
  },
  refusing: {
    alert: () => "We couldn't accept the latest events, and none has arrived since",
    recovery: "Events arrive again",
    help: "BigCommerce resends each event for up to 48 hours. If this lasts, contact support.",
  },
  destination_ill: {
    alert: () => "A destination isn't taking events",
    named: (who, count) => `${who} ${count === 1 ? "isn't" : "aren't"} taking events`,
    recovery: "Every destination takes events again",
    help: "Its events wait until it answers, and we keep trying.",
  },
  destination_retrying: {
    alert: () => "A destination isn't taking events right now",
    recovery: "Every destination takes events again",
    help: "Its events wait, and we keep trying.",
  },
  destination_off: {
    alert: () => "We turned off a destination",
    named: (who) => `We turned off ${who}`,
    recovery: "No destination is off because of an error anymore",
    help: "Its events are kept. Fix the cause, then turn the destination on again.",
  },
  deliveries_failed: {
    alert: () => "Some events didn't reach a destination",
    named: (who) => `Some events didn't reach ${who}`,
    recovery: "No event is left that didn't reach its destination",
    help: "We've stopped trying. Send the events again, or skip them.",
  },
};

/** What else a message says. */
export const MESSAGE = {
  test: "This is a test: alerts of this store arrive here.",
  still: (sentence: string) => `Still: ${sentence}`,
  more: (count: number) => `and ${count} more`,
  open: "Open the app",
  reason: (store: string) =>
    `You get this because this address is in the alert settings of ${store} in Webhook Keeper.`,
};

/** What was wrong and is over, or was fixed by Keeper. Times come as words. */
export const RECENT = {
  fixed: (count: number, at: string) => `Keeper fixed ${counted(count, "webhook", "webhooks")} ${at}.`,
  mayMiss: (from: string, to: string) => `Events between ${from} and ${to} may be missing.`,
  refused: (count: number, span: string) =>
    `${counted(count, "event", "events")} couldn't be accepted ${span}.`,
  arriveAgain: "Events arrive again.",
  resent: "BigCommerce resends each rejected one for up to 48 hours.",
  at: (time: string) => `at ${time}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
};

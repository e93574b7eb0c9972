import type { AlertCause } from "#lib/contract/values/alerts.ts";

interface CauseWords {
  /** What is wrong, of one webhook, of `count` of them, or of the store. */
  alert: (count: number) => string;
  /** That it is over. */
  recovery: string;
  /** What helps. */
  help: string;
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Each cause in words, for the screens and for messages alike. */
export const CAUSES: Readonly<Record<AlertCause, CauseWords>> = {
  off_by_bigcommerce: {
    alert: (count) => `${counted(count, "webhook was", "webhooks were")} switched off by BigCommerce.`,
    recovery: "No webhook is switched off by BigCommerce any more.",
    help: "These events do not arrive, and the app does not turn this on by itself. Open Webhooks to do it.",
  },
  missing: {
    alert: (count) => `${counted(count, "webhook is", "webhooks are")} missing at BigCommerce.`,
    recovery: "No webhook is missing at BigCommerce any more.",
    help: "These events do not arrive. Open Webhooks to register again, or to see why BigCommerce refuses.",
  },
  wrong_address: {
    alert: (count) => `${counted(count, "webhook delivers", "webhooks deliver")} to another address.`,
    recovery: "Every webhook delivers to the right address again.",
    help: "These events go elsewhere. Open Webhooks to have them sent here.",
  },
  wrong_secret: {
    alert: (count) => `${counted(count, "webhook comes", "webhooks come")} without the agreed secret.`,
    recovery: "Every webhook comes with its secret again.",
    help: "Open Webhooks to repair this.",
  },
  doubled: {
    alert: (count) => `${counted(count, "webhook exists", "webhooks exist")} twice at BigCommerce.`,
    recovery: "No webhook exists twice at BigCommerce any more.",
    help: "Each event arrives more than once. Open Webhooks to remove the double.",
  },
  over_limit: {
    alert: (count) =>
      `BigCommerce refuses ${counted(count, "webhook", "webhooks")}: it allows 10 of one event type.`,
    recovery: "BigCommerce refuses no webhook over its limit any more.",
    help: "These events do not arrive. Remove webhooks of this event type that nobody needs.",
  },
  blocked: {
    alert: (count) =>
      `BigCommerce pauses deliveries of ${counted(count, "webhook", "webhooks")} because too many failed.`,
    recovery: "BigCommerce delivers again.",
    help: "Nothing is lost: BigCommerce sends these events when the pause is over.",
  },
  going_quiet: {
    alert: (count) => `${counted(count, "webhook has", "webhooks have")} brought no event for 75 days.`,
    recovery: "No webhook is about to be switched off for being quiet.",
    help: "BigCommerce switches off what brings no event for 90 days. Open Webhooks to renew it, or turn it off.",
  },
  needs_reauthorisation: {
    alert: () => "The store has to accept this app again.",
    recovery: "The store has accepted this app again.",
    help: "Open the app from the Apps menu and confirm. Until then webhooks stay as they are.",
  },
  unreachable: {
    alert: () => "BigCommerce has not answered for two hours.",
    recovery: "BigCommerce answers again.",
    help: "Events still arrive, but webhooks cannot be checked or changed. The app goes on trying.",
  },
  refusing: {
    alert: () => "Deliveries are refused, and no event has arrived since.",
    recovery: "Events arrive again.",
    help: "Overview says why they are refused and what helps.",
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

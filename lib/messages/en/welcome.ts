import { counted } from "./plural.ts";

export const area = "welcome";

const types = (count: number) => counted(count, "event type", "event types");

/** Texts of the Welcome screen. */
export const WELCOME = {
  title: "Welcome to Webhook Keeper",
  description: "See every event your store sends, as it happens.",
  steps: ["Connect", "Choose events", "Watch them arrive"],
  stepOf: (step: number) => `Step ${step} of 3`,
  done: "done",
  connected: "Connected",
  storeConnected: (name: string | null) => (name === null ? "Store connected" : `${name} is connected`),
  permission: "Permission to manage webhooks",
  noPermission: "The app needs permission to manage webhooks. Ask the store owner to reinstall it.",
  address: "BigCommerce accepts this app's address",
  addressChecking: "Registering the first webhooks with BigCommerce…",
  choose: "Choose events",
  chooseText: "Start with a set. You can change this any time.",
  legend: "Which events do you want to receive?",
  onAlready: (titles: readonly string[]) => `These are on already: ${titles.join(", ")}.`,
  kept: (count: number) =>
    count === 1
      ? "We found 1 webhook from an earlier installation. It is kept."
      : `We found ${count} webhooks from an earlier installation. They are kept.`,
  presetText: (summary: string, count: number, on: number) => {
    if (on === count) return `${summary} ${types(count)}, all on already.`;
    if (on > 0) return `${summary} ${types(count)}, ${on} on already.`;
    return `${summary} ${types(count)}.`;
  },
  single: "Choose single event types",
  skip: "Skip for now",
  turnOn: "Turn on events",
  proceed: "Continue",
  turningOn: (done: number, total: number) => `Turning on ${done} of ${total}`,
  someFailed: "These are not on yet",
  watch: "Watch them arrive",
  waiting: "Waiting for your first event…",
  tip: "Edit a product in another tab to see an event here.",
  firstArrived: "Your first event arrived",
  viewEvent: "View event",
  overview: "Go to overview",
  slow: "Your webhooks take longer than usual to load.",
};

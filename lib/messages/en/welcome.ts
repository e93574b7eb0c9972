import { counted } from "./plural.ts";

export const area = "welcome";

const types = (count: number) => counted(count, "event type", "event types");

/** Texts of the Welcome screen. */
export const WELCOME = {
  title: "Welcome to Webhook Keeper",
  description: "Three short steps, and you see what happens in your store.",
  steps: ["Connect", "Choose events", "Watch them arrive"],
  stepOf: (step: number) => `Step ${step} of 3`,
  done: "done",
  about: "What Keeper does",
  aboutText:
    "Your store sends a message, called a webhook, whenever something happens: a new order, a changed price, a new customer. Keeper makes sure these messages keep coming and shows you every one.",
  boxes: [
    { name: "Your store", does: "sends a message" },
    { name: "Webhook Keeper", does: "keeps and checks it" },
    { name: "You and your other systems", does: "see what happened" },
  ],
  storeConnected: (name: string | null) => (name === null ? "Store connected" : `${name} is connected`),
  permission: "Permission to manage webhooks",
  noPermission: "Keeper needs permission to manage webhooks. Ask the store owner to reinstall the app.",
  address: "Webhooks are registered with BigCommerce",
  addressChecking: "Registering your first webhooks with BigCommerce…",
  choose: "Choose events",
  chooseText: "We turned on what most stores need. Add more now or any time later.",
  legend: "What do you want to hear about?",
  kept: (count: number) =>
    count === 1
      ? "We found 1 webhook from an earlier installation and kept it."
      : `We found ${count} webhooks from an earlier installation and kept them.`,
  /** The count is null until it is known; the sentence is as long then. */
  setText: (summary: string, total: number, on: number | null) => `${summary} ${on ?? "–"} of ${total} on.`,
  single: "Choose event types",
  skip: "Skip setup",
  turnOn: "Turn on events",
  looksGood: "Looks good",
  back: "Back",
  turningOn: (done: number, total: number) => `Turning on ${done} of ${total}`,
  turnedOn: (count: number) => `${types(count)} turned on`,
  someFailed: "We couldn't turn these on",
  watch: "Watch them arrive",
  waiting: "Waiting for your first event…",
  tip: "Place an order or change a product in your store. Or send a test event to see that everything works.",
  firstArrived: "Event received",
  viewEvent: "View event",
  overview: "Go to overview",
  slow: "Your webhooks are taking longer than usual to load.",
};

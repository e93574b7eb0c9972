import type { ErasurePreview, ErasureView } from "#lib/contract/privacy.ts";
import { counted } from "./plural.ts";

export const area = "privacy";

const events = (count: number) => counted(count, "event", "events");
/** "12 events and 3 known states"; what there is none of is left out. */
const amounts = ({ events: ofEvents, states: ofStates }: ErasurePreview) =>
  [
    ...(ofEvents > 0 ? [events(ofEvents)] : []),
    ...(ofStates > 0 ? [counted(ofStates, "known state", "known states")] : []),
  ].join(" and ");
const isOne = ({ events: ofEvents, states: ofStates }: ErasurePreview) => ofEvents + ofStates === 1;

/** Texts about personal data: who sees it, how long it is kept, and how it is erased. */
export const PRIVACY = {
  slow: "What holds for personal data takes longer than usual to load.",
  ownerOnly: "Only the owner of the store can change it.",
  failed: "It stays as it was.",

  staffLabel: "Staff see personal data",
  staffSee: "Everybody with access to this app sees names, addresses, e-mail addresses and phone numbers.",
  staffDoNotSee:
    "Only the owner sees names, addresses, e-mail addresses and phone numbers. Others see that they changed.",

  retention: "Keep events for so many days",
  retentionRange: (most: number) => `From 1 to ${most}. What is older is deleted within the hour.`,
  retentionFault: (most: number) => `Enter a whole number from 1 to ${most}.`,
  counting: "Counting what would be deleted…",
  wouldGo: (count: number, days: number) =>
    count === 0
      ? `No event is older than ${counted(days, "day", "days")} now.`
      : `${events(count)} older than ${counted(days, "day", "days")} would be deleted, with what changed then. Nothing brings them back.`,
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  shortenQuestion: (days: number) => `Keep events for ${counted(days, "day", "days")} only?`,
  shorten: "Delete older events",

  erase: "Erase data",
  eraseText:
    "Erases the events about one thing of your shop and what is known of it, for good. For a customer also what their orders told of them.",
  eraseOwnerOnly: "Only the owner of the store can erase data.",
  kind: "Kind",
  number: "Number",
  numberHelp: "It is shown in the log, and in the address of its page in the control panel.",
  numberFault: "Enter a number or an ID as it stands in the log.",
  look: "Show what is kept",
  looking: "Looking…",
  found: (preview: ErasurePreview, thing: string) =>
    amounts(preview) === ""
      ? `Nothing is kept about ${thing}.`
      : `${amounts(preview)} ${isOne(preview) ? "is" : "are"} kept about ${thing}.`,
  eraseThis: "Erase",
  eraseQuestion: (thing: string) => `Erase ${thing}?`,
  eraseWarning: "Nothing brings it back. The history says that something was erased, not whose it was.",
  typeNumber: (id: string) => `Type ${id} to confirm`,
  notErased: "Nothing was erased.",
  noWorker: "It waits: no background worker is running. Whoever runs this app has to start one.",
};

/** Kinds of things that are offered, under their type words. */
export const THINGS: Readonly<Record<string, string>> = {
  customer: "Customer",
  order: "Order",
  cart: "Cart",
  subscriber: "Subscriber",
  product: "Product",
  variant: "Variant",
  category: "Category",
  shipment: "Shipment",
  company: "Company",
  company_user: "Company user",
  quote: "Quote",
};

const thing = (type: string) => `one ${(THINGS[type] ?? type).replaceAll("_", " ").toLowerCase()}`;

/** How far an erasure is. */
export function erasingText({ events: gone, states: known, found }: ErasureView): string {
  return `Erasing: ${Math.min(gone + known, found)} of ${found}`;
}

/** What an erasure did. */
export function erasedText(erasure: ErasureView): string {
  const { type, cameAgain } = erasure;
  const done = `Erased ${amounts(erasure) || "nothing"} about ${thing(type)}.`;
  return cameAgain === 0
    ? done
    : `${done} BigCommerce sent ${events(cameAgain)} of them again; they were erased as well.`;
}

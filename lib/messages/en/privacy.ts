import type { ErasurePreview, ErasureView } from "#lib/contract/privacy.ts";
import { counted } from "./plural.ts";

export const area = "privacy";

const events = (count: number) => counted(count, "event", "events");
/** "12 events and 3 saved versions"; what there is none of is left out. */
const amounts = ({ events: ofEvents, states: ofStates }: ErasurePreview) =>
  [
    ...(ofEvents > 0 ? [events(ofEvents)] : []),
    ...(ofStates > 0 ? [counted(ofStates, "saved version", "saved versions")] : []),
  ].join(" and ");

/** Texts about personal data: who sees it, how long it is kept, and how it is erased. */
export const PRIVACY = {
  slow: "Loading privacy settings is taking longer than usual.",
  failed: "Nothing was changed",

  staffLabel: "Staff can see customer data",
  staffSee: "Everyone who can open Keeper sees names, addresses, email addresses and phone numbers.",
  staffDoNotSee:
    "Only the owner sees names, addresses, email addresses and phone numbers. Staff see that they changed.",

  staffChangesLabel: "Staff can change webhooks",
  staffChange: "Staff turn webhooks on and off and fix them.",
  staffDoNotChange: "Staff see webhooks and events. Only the owner changes webhooks.",

  retention: "Keep events for (days)",
  retentionRange: (most: number) => `1 to ${most}. Older events are deleted within an hour.`,
  retentionFault: (most: number) => `Enter a whole number from 1 to ${most}.`,
  counting: "Counting what would be deleted…",
  wouldGo: (count: number, days: number) =>
    count === 0
      ? `No event is older than ${counted(days, "day", "days")} now.`
      : `This deletes ${events(count)}. You can't undo it.`,
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  shortenQuestion: (days: number) => `Keep events for ${counted(days, "day", "days")} only?`,
  shorten: "Delete older events",

  erase: "Erase data",
  eraseText: "Permanently delete everything we keep about one customer, order or product.",
  kind: "Type",
  number: "ID",
  numberHelp: "You find it in the log and in the address of its page in your control panel.",
  numberFault: "Enter the ID as the log shows it.",
  look: "Preview",
  looking: "Loading…",
  found: (preview: ErasurePreview, thing: string) =>
    amounts(preview) === ""
      ? `We keep nothing about ${thing}.`
      : `We keep ${amounts(preview)} about ${thing}.`,
  eraseThis: "Erase",
  eraseQuestion: (thing: string) => `Erase ${thing}?`,
  eraseWarning: "You can't undo this. The activity log won't say whose data it was.",
  typeNumber: (id: string) => `Type ${id} to confirm`,
  notErased: "Nothing was erased",
  noWorker: "Waiting for our background service. Contact support if this lasts.",
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

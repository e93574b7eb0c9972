import type { SentenceTexts } from "#lib/contract/sentences.ts";
import { isAlertCause } from "#lib/contract/values/alerts.ts";
import { CAUSE_NAMES } from "#lib/messages/en/alerts.ts";
import { counted } from "#lib/messages/en/plural.ts";
import { nameIn } from "#lib/messages/format/name-in.ts";
import { CAUSES } from "./alerts.ts";
import { DESTINATION_FIELDS } from "./destinations.ts";

const events = (count: number) => counted(count, "event", "events");
const thing = (type: string) => `one ${type.replaceAll("_", " ")}`;
const causeName = (cause: string) => `“${nameIn(CAUSE_NAMES, cause)}”`;

/** What is kept as a code, and said when it is read. */
export const SENTENCES: SentenceTexts = {
  hook_missing: () => "Missing at BigCommerce.",
  hook_elsewhere: () => "Sent to another address.",
  hook_without_secret: () => "Wrong or missing secret.",
  hook_off: () => "Turned off at BigCommerce.",
  hook_doubled: () => "Duplicate of another webhook.",
  hook_brings_doubles: () => "This webhook brings events a second time that are turned on one by one.",
  hook_unwanted: () => "It was turned off here.",
  hook_of_others: () => "It belongs to another installation of Keeper.",
  hook_quiet: ({ days }) =>
    `Without an event for ${counted(days, "day", "days")}, it is renewed before BigCommerce switches it off.`,
  secret_renewed: () => "The webhook secret of this store was renewed.",
  secret_everywhere: ({ hours }) =>
    `Every webhook has carried the new secret for ${counted(hours, "hour", "hours")}.`,
  secret_time_over: ({ days, hooks }) =>
    `${counted(days, "day is", "days are")} over. Webhooks that still carry the old secret: ${hooks}.`,
  exceptions_wanted: () => "Keeper's operator wants to hear about failed deliveries.",
  exceptions_astray: () => "It didn't reach Keeper as agreed.",
  exceptions_unwanted: () => "Keeper's operator no longer asks for it.",
  starter_set: () => "A new store begins with this set.",
  wish_refused: () => "BigCommerce did not carry it out, so that it is as it was before.",
  grant_without_scopes: () =>
    "BigCommerce did not say what the store grants. The app takes what it asked for as granted.",
  grant_without_owner: () =>
    "BigCommerce did not say who owns the store. The app knows the owner once they open it.",
  grant_without_account: () => "BigCommerce did not say which account the store belongs to.",
  grant_without_email: () => "BigCommerce did not say the e-mail address of who installed the app.",
  access_withdrawn: () => "BigCommerce said that this person no longer has access.",
  store_removed: ({ days }) => `The app was removed ${counted(days, "day", "days")} ago.`,
  data_erased: ({ type, events: ofEvents, states }) => {
    const amounts = [
      ...(ofEvents > 0 ? [events(ofEvents)] : []),
      ...(states > 0 ? [counted(states, "known state", "known states")] : []),
    ];
    return `${amounts.join(" and ") || "Nothing"} about ${thing(type)}.`;
  },
  data_came_again: ({ type, events: again }) =>
    `BigCommerce sent ${counted(again, "erased event", "erased events")} about ${thing(type)} again.`,
  destination_gone: () => "It answered that it no longer wants events.",
  destination_unanswered: () => "It took nothing for five days.",
  destination_refused: () => "We can't send to its address.",
  destination_fields: ({ fields }) => {
    const listed = fields.map((field) => nameIn(DESTINATION_FIELDS, field)).join(", ");
    return `Changed: ${listed}.`;
  },
  key_overlap: ({ hours }) =>
    hours === 0
      ? "The key before ended at once."
      : `The key before signs for ${counted(hours, "more hour", "more hours")}.`,
  resumed_from_position: () => "It goes on where it stopped.",
  resumed_from_now: () => "It goes on with new events.",
  deliveries: ({ events: count }) => `${events(count)}.`,
  alert: ({ cause, count }) => (isAlertCause(cause) ? CAUSES[cause].alert(count) : cause),
  told: ({ recipients, mutedCauses }) => {
    const muted = mutedCauses.length === 0 ? "" : `; not of ${mutedCauses.map(causeName).join(", ")}`;
    return `${recipients.join(", ") || "nobody"}${muted}`;
  },
};

/** Something that a newer version of the app kept, and that this one has no text for. */
export const UNKNOWN_SENTENCE = (code: string): string => `A newer version of Keeper noted: ${code}.`;

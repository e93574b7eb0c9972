import type { PlainCode, Sentence } from "#lib/contract/sentences.ts";
import { ALERT_CAUSES, type AlertCause } from "#lib/contract/values/alerts.ts";
import { plainSentence } from "./stored-sentences.ts";

/**
 * What was written in English before sentences were kept by their codes. Rows that say so are a year old at most; what
 * stands here is theirs and follows no change of today's texts. See decision 0028.
 */
const PLAIN: Readonly<Record<string, PlainCode>> = {
  "BigCommerce does not have this webhook.": "hook_missing",
  "BigCommerce sends these events to another address of this app.": "hook_elsewhere",
  "Events arrive without the agreed secret.": "hook_without_secret",
  "It is switched off at BigCommerce.": "hook_off",
  "BigCommerce has a second webhook for this event type.": "hook_doubled",
  "This webhook brings events a second time that are turned on one by one.": "hook_brings_doubles",
  "It was turned off here.": "hook_unwanted",
  "It belongs to another installation of this app.": "hook_of_others",
  "The webhook secret of this store was renewed.": "secret_renewed",
  "Who runs this app wants to hear of failed deliveries.": "exceptions_wanted",
  "It did not reach this app as agreed.": "exceptions_astray",
  "Who runs this app no longer asks for it.": "exceptions_unwanted",
  "A new store begins with this set.": "starter_set",
  "BigCommerce did not carry it out, so that it is as it was before.": "wish_refused",
  "BigCommerce did not say what the store grants. The app takes what it asked for as granted.":
    "grant_without_scopes",
  "BigCommerce did not say who owns the store. The app knows the owner once they open it.":
    "grant_without_owner",
  "BigCommerce did not say which account the store belongs to.": "grant_without_account",
  "BigCommerce did not say the e-mail address of who installed the app.": "grant_without_email",
  "BigCommerce said that this person no longer has access.": "access_withdrawn",
};

type Groups = Readonly<Record<string, string | undefined>>;

/** Those with a number or a name in them, each with what it says. */
const FILLED: readonly (readonly [RegExp, (groups: Groups) => Sentence])[] = [
  [
    /^Without an event for (?<days>\d{1,9}) days, it is renewed before BigCommerce switches it off\.$/,
    ({ days }) => ({ code: "hook_quiet", params: { days: count(days) } }),
  ],
  [
    /^Every webhook has carried the new secret for (?<hours>\d{1,9}) hours\.$/,
    ({ hours }) => ({ code: "secret_everywhere", params: { hours: count(hours) } }),
  ],
  [
    /^(?<days>\d{1,9}) days are over\. Webhooks that still carry the old secret: (?<hooks>\d{1,9})\.$/,
    ({ days, hooks }) => ({ code: "secret_time_over", params: { days: count(days), hooks: count(hooks) } }),
  ],
  [
    /^The app was removed (?<days>\d{1,9}) days ago\.$/,
    ({ days }) => ({ code: "store_removed", params: { days: count(days) } }),
  ],
  [
    /^(?:Nothing|(?<events>\d{1,9}) events?|(?<states>\d{1,9}) known states?) about one (?<type>[a-z0-9 ]+)\.$/,
    ({ type, events, states }) => erased(type, events, states),
  ],
  [
    /^(?<events>\d{1,9}) events? and (?<states>\d{1,9}) known states? about one (?<type>[a-z0-9 ]+)\.$/,
    ({ type, events, states }) => erased(type, events, states),
  ],
  [
    /^BigCommerce sent (?<events>\d{1,9}) erased events? about one (?<type>[a-z0-9 ]+) again\.$/,
    ({ type, events }) => ({
      code: "data_came_again",
      params: { type: typeOf(type), events: count(events) },
    }),
  ],
];

/** The alerts that somebody acknowledged; those about a whole store name no number. */
const ALERTS: Readonly<Partial<Record<AlertCause, RegExp>>> = {
  off_by_bigcommerce: /^(?<count>\d{1,9}) webhooks? (?:was|were) switched off by BigCommerce\.$/,
  missing: /^(?<count>\d{1,9}) webhooks? (?:is|are) missing at BigCommerce\.$/,
  wrong_address: /^(?<count>\d{1,9}) webhooks? delivers? to another address\.$/,
  wrong_secret: /^(?<count>\d{1,9}) webhooks? comes? without the agreed secret\.$/,
  doubled: /^(?<count>\d{1,9}) webhooks? exists? twice at BigCommerce\.$/,
  over_limit: /^BigCommerce refuses (?<count>\d{1,9}) webhooks?: it allows 10 of one event type\.$/,
  blocked: /^BigCommerce pauses deliveries of (?<count>\d{1,9}) webhooks? because too many failed\.$/,
  going_quiet: /^(?<count>\d{1,9}) webhooks? (?:has|have) brought no event for 75 days\.$/,
  needs_reauthorisation: /^The store has to accept this app again\.$/,
  unreachable: /^BigCommerce has not answered for two hours\.$/,
  refusing: /^Deliveries are refused, and no event has arrived since\.$/,
};

/** The sentence behind a reason that was written in English; null when it is none that this app ever wrote. Pure. */
export function oldReason(text: string): Sentence | null {
  const plain = Object.hasOwn(PLAIN, text) ? PLAIN[text] : undefined;
  if (plain) return plainSentence(plain);
  for (const [pattern, sentenceOf] of FILLED) {
    const match = pattern.exec(text);
    if (match) return sentenceOf(match.groups ?? {});
  }
  for (const cause of ALERT_CAUSES) {
    const match = ALERTS[cause]?.exec(text);
    if (match) return { code: "alert", params: { cause, count: count(match.groups?.["count"]) } };
  }
  return null;
}

/** The sentence behind whom something was told, as it was written: "nobody; not of doubled, missing". Pure. */
export function oldTold(text: string): Sentence<"told"> {
  const [recipients = "", muted] = text.split("; not of ");
  return {
    code: "told",
    params: {
      recipients: recipients === "nobody" ? [] : recipients.split(", "),
      mutedCauses: muted === undefined ? [] : muted.split(", "),
    },
  };
}

function erased(
  type: string | undefined,
  events: string | undefined,
  states: string | undefined,
): Sentence<"data_erased"> {
  return {
    code: "data_erased",
    params: { type: typeOf(type), events: count(events), states: count(states) },
  };
}

function count(digits: string | undefined): number {
  return Number(digits ?? 0);
}

/** Types have no spaces: those in a sentence stood for what parts their words. */
function typeOf(words = ""): string {
  return words.replaceAll(" ", "_");
}

import type { AuditAction, AuditEntryView, AuditState } from "#lib/contract/audit.ts";
import { counted } from "./plural.ts";

export const area = "history";

/** What was done: an action, or several that are one deed. */
export type DeedKind = AuditAction | "webhooks_fixed" | "webhooks_removed";

/** Something that somebody did, as far as it is told in a sentence. */
export interface ToldDeed {
  kind: DeedKind;
  /** Email address of who did it; null for the keeper. */
  who: string | null;
  /** Whether that is the reader. */
  isYou: boolean;
  /** How much it concerned: webhooks, alerts or test events. */
  count: number;
  /** The event type's title, where it concerned one. */
  title: string | null;
  /** Whose access it was. */
  person: string | null;
  /** Of the destination that it was about. */
  name: string | null;
}

const what = ({ count, title }: ToldDeed) => title ?? counted(count, "webhook", "webhooks");

/** What somebody did, as it follows their name. */
const DID: Readonly<Record<DeedKind, (told: ToldDeed) => string>> = {
  subscription_wanted: (told) => `turned on ${what(told)}`,
  subscription_unwanted: (told) => `turned off ${what(told)}`,
  webhooks_fixed: (told) => `fixed ${what(told)}`,
  webhooks_removed: (told) => `removed ${what(told)}`,
  hook_created: (told) => `registered ${what(told)}`,
  hook_updated: (told) => `changed ${what(told)}`,
  hook_switched_on: (told) => `turned on ${what(told)} at BigCommerce`,
  hook_renewed: (told) => `renewed ${what(told)}`,
  hook_removed: (told) => `removed ${what(told)} at BigCommerce`,
  told_only: (told) =>
    told.title === null ? "turned off automatic repair" : `turned off automatic repair of ${told.title}`,
  mended_again: (told) =>
    told.title === null ? "turned on automatic repair" : `turned on automatic repair of ${told.title}`,
  secret_renewal_begun: () => "started secret renewal",
  secret_renewal_ended: () => "finished secret renewal",
  alerts_changed: () => "changed alert settings",
  alert_secret_renewed: () => "renewed the signing secret of alerts",
  alert_acknowledged: ({ count }) => `marked ${counted(count, "alert", "alerts")} as seen`,
  notices_changed: () => "changed the addresses for BigCommerce emails",
  reading_on: () => "turned on change tracking",
  reading_off: () => "turned off change tracking",
  extensions_on: () => "turned on events in control panel menus",
  extensions_off: () => "turned off events in control panel menus",
  test_event_sent: ({ count }) => `sent ${counted(count, "test event", "test events")}`,
  everybody_signed_out: () => "signed everyone out",
  app_installed: () => "installed Keeper",
  app_accepted: () => "reauthorized Keeper",
  install_incomplete: () => "installed Keeper with a detail missing",
  app_uninstalled: () => "removed Keeper",
  person_removed: ({ person }) => `ended access${person === null ? "" : ` for ${person}`}`,
  personal_data_shown: () => "let staff see customer data",
  personal_data_hidden: () => "hid customer data from staff",
  staff_changes_allowed: () => "let staff change webhooks",
  staff_changes_forbidden: () => "stopped letting staff change webhooks",
  retention_changed: () => "changed how long we keep events",
  data_erased: () => "erased data",
  data_erased_again: () => "erased resent data",
  store_purged: () => "deleted all data of this store",
  destination_made: ({ name }) => `added the destination ${name}`,
  destination_changed: ({ name }) => `changed the destination ${name}`,
  destination_removed: ({ name }) => `removed the destination ${name}`,
  destination_turned_on: ({ name }) => `turned on the destination ${name}`,
  destination_turned_off: ({ name }) => `turned off the destination ${name}`,
  destination_secret_renewed: ({ name }) => `renewed the key of the destination ${name}`,
  deliveries_sent_again: ({ name }) => `sent events to ${name} again`,
  deliveries_dismissed: ({ name }) => `skipped events for ${name}`,
};

/** What was tried and refused; only BigCommerce refuses. */
const TRIED: Readonly<Partial<Record<AuditAction, string>>> = {
  hook_created: "tried to register the webhook",
  hook_updated: "tried to change the webhook",
  hook_switched_on: "tried to turn on the webhook",
  hook_renewed: "tried to renew the webhook",
  hook_removed: "tried to remove the webhook",
};

/** Texts of the activity log, and of each webhook's part of it. */
export const HISTORY = {
  title: "History",
  list: "Changes, newest first",
  empty: "No changes yet",
  noMatch: "No changes match these filters",
  slow: "Loading the activity log is taking longer than usual.",
  more: "Show more",
  loadingMore: "Loading…",
  save: "Export as CSV",
  saving: "Exporting…",
  saveFailed: "Couldn't export the activity log",
  refused: "Refused",
  webhookId: (id: string) => `Webhook ID ${id}`,
  reason: "Reason",
  result: "Result",
  noReason: "–",
  severalReasons: "Several, see the steps",
  done: "Done",
  refusedSome: (refused: number, total: number) => `BigCommerce refused ${refused} of ${total}`,
  refusedAll: "BigCommerce refused it",
  steps: (count: number) => `Show ${counted(count, "step", "steps")}`,
  types: (count: number) => `Show ${counted(count, "event type", "event types")}`,
  others: (first: string, more: number) => (more === 0 ? first : `${first} and ${more} more`),
  who: "Who",
  everyone: "Everyone",
  keeper: "Keeper",
  you: "You",
  what: "What",
  kinds: {
    all: "All changes",
    webhooks: "Webhooks",
    destinations: "Destinations",
    settings: "Settings",
    people: "People and data",
  },
  only: (title: string) => `Only ${title}`,
  showAll: "Show all event types",
  open: "Open activity log",
};

/** "You turned on 63 webhooks", "ana@example.com turned off Order created". */
export function deedText(told: ToldDeed): string {
  const subject = told.isYou ? "You" : (told.who ?? "Keeper");
  return `${subject} ${DID[told.kind](told)}`;
}

/** One step of it: "Keeper registered the webhook". */
export function actionText(
  { action, actor, after, before, isRefused }: AuditEntryView,
  isYou: boolean,
): string {
  const who = isYou ? "You" : (actor?.email ?? "Keeper");
  const tried = TRIED[action];
  if (isRefused && tried !== undefined) return `${who} ${tried}`;
  const told = {
    kind: action,
    who: actor?.email ?? null,
    isYou,
    count: 1,
    title: "the webhook",
    person: before?.person ?? null,
    name: after?.name ?? before?.name ?? null,
  };
  return deedText(told);
}

/** "From off to on."; empty when nothing is known of either. */
export function changeText({ action, before, after, isRefused }: AuditEntryView): string {
  if (isRefused || action === "person_removed" || (!before && !after)) return "";
  // What changed of a destination is its reason.
  if (before?.name !== undefined || after?.name !== undefined) return "";
  const isMoved = before?.destination !== after?.destination;
  const hasOtherSecret = before?.hasRightSecret !== after?.hasRightSecret;
  const told = (state: AuditState | null) => stateText(state, { isMoved, hasOtherSecret });
  return `From ${told(before)} to ${told(after)}.`;
}

/** What BigCommerce answered; empty when it was not asked. */
export function answerText({ action, status, sentence }: AuditEntryView): string {
  if (!action.startsWith("hook_")) return "";
  const answer = status === null ? "BigCommerce didn't answer." : `BigCommerce answered ${status}.`;
  return sentence === null ? answer : `${answer} ${sentence}`;
}

function stateText(
  state: AuditState | null,
  { isMoved, hasOtherSecret }: { isMoved: boolean; hasOtherSecret: boolean },
): string {
  if (!state) return "no webhook";
  const { isWanted, isActive, destination, hasRightSecret, told, keptDays } = state;
  const isOn = isWanted ?? isActive;
  return [
    ...(isOn === undefined ? [] : [isOn ? "on" : "off"]),
    ...(isMoved && destination !== undefined ? [`sent to ${destination}`] : []),
    ...(told === undefined ? [] : [told]),
    ...(keptDays === undefined ? [] : [counted(keptDays, "day", "days")]),
    ...(hasOtherSecret && hasRightSecret === false ? ["without the secret"] : []),
  ].join(", ");
}

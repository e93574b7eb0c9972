import { COUNTED_MAX, EMAILS_PER_HOUR } from "#lib/contract/values/destinations.ts";
import {
  answerKind,
  failureDetail,
  type AnswerKind,
  type ToldAnswer,
} from "#lib/contract/values/answer-kinds.ts";

export const area = "deliveries";

const number = new Intl.NumberFormat("en-US");
/** "1 event", "18,204 events". */
export const events = (count: number) => `${number.format(count)} ${count === 1 ? "event" : "events"}`;

/** The same of what waits, which is not counted further than this. */
export const waitingEvents = (count: number) =>
  count >= COUNTED_MAX ? `${number.format(COUNTED_MAX)}+ events` : events(count);

/** Texts of what became of events on their way to destinations: in an event, and on Overview. */
export const DELIVERIES = {
  sentTo: "Sent to",
  slow: "We can't tell yet where this event was sent.",
  delivered: (span: string | null) => (span === null ? "Delivered right away" : `Delivered ${span} later`),
  arrived: "Arrived",
  waits: "Waiting to be sent",
  waitsBehind: (count: number) => `Waiting behind ${waitingEvents(count)}.`,
  waitsFor: (time: string) => `Next try ${time}`,
  failed: "Didn't arrive",
  dismissed: "Skipped",
  notWanted: "Not sent",
  sendAgain: "Send again",
  resend: "Resend…",
  resendQuestion: (name: string) => `Resend to ${name}?`,
  resendText: (name: string) =>
    `${name} has this event already, and gets it twice. The copy has the same ID, and a header says that it was sent again.`,
  resendEvent: "Resend event",
  sendNow: "Send now",
  sending: "Sending…",
  sentAgain: "We're sending it again.",
  notSentAgain: "Couldn't send it again",

  card: "Destinations",
  view: "View destinations",
  working: (working: number, all: number) =>
    working === all ? "No problems" : `${working} of ${all} ${working === 1 ? "has" : "have"} no problem`,
  needing: (count: number) => (count === 1 ? "1 needs a look" : `${count} need a look`),
  retrying: (count: number) =>
    count === 1 ? "1 isn't taking events right now" : `${count} aren't taking events right now`,
  allWell: "Nothing waits",
  waiting: (count: number) => `${waitingEvents(count)} ${count === 1 ? "waits" : "wait"}`,
  gaveUp: (count: number) => `${events(count)} didn't arrive`,
  more: (count: number) => (count === 1 ? "and 1 more" : `and ${count} more`),
};

const ANSWERS: Readonly<
  Record<AnswerKind, (name: string, status: number | null, detail: string | null) => string>
> = {
  error: (name, status) => `${name} answered with an error (${status}).`,
  key: (name, status) => `${name} didn't accept our key (${status}).`,
  denied: (name, status) => `${name} doesn't let our key send events (${status}).`,
  clock: (name, status) => `The clock of our server is wrong for ${name} (${status}).`,
  nothing_there: (name, status) => `${name} found nothing at this address (${status}).`,
  moved: (name, status, to) => `${name} has moved to ${to ?? "another address"} (${status}).`,
  busy: (name, status) => `${name} asked us to wait (${status}).`,
  gone: (name, status) => `${name} no longer wants events (${status}).`,
  rejected: (name, status) => `${name} rejected it (${status}).`,
  late: (name) => `${name} didn't answer in time.`,
  no_name: (name) => `We can't find the address of ${name}.`,
  no_way: (name) => `We can't reach ${name}.`,
  certificate_expired: (name) => `The security certificate of ${name} has expired.`,
  certificate: (name) => `We can't make a secure connection to ${name}.`,
  cut_off: (name) => `${name} broke off the connection.`,
  address: (name) => `We can't send to the address of ${name}, because it isn't public.`,
  token: (name) => `We couldn't get a token for ${name}. Check its sign-in.`,
  unbuildable: (name) => `We couldn't build what ${name} gets. Check the template.`,
  broken: (name) => `The stored event is damaged, so we couldn't send it to ${name}.`,
  unkept: (name) => `We couldn't store what ${name} answered.`,
  too_large: (name) => `The event is larger than ${name} takes.`,
  no_mail: () => "Email doesn't work here right now. Tell whoever runs Keeper.",
  not_a_member: (name) => `No one with access to this store has the email address of ${name}.`,
  paced: (name) => `${name} gets ${EMAILS_PER_HOUR} emails an hour at most. This event waits.`,
  silent: (name) => `${name} didn't answer.`,
};

/** What a destination answered, in a sentence. */
export function answerText(name: string, answer: ToldAnswer): string {
  return ANSWERS[answerKind(answer)](name, answer.status, failureDetail(answer.failure));
}

const NOT_WANTED: Readonly<Record<string, (name: string) => string>> = {
  type: (name) => `${name} doesn't get this type of event.`,
  filter: (name) => `The filter of ${name} leaves it out.`,
  test: () => "Test events stay in Keeper.",
  off: (name) => `${name} was turned off.`,
  before: (name) => `${name} was added later.`,
  newer: (name) => `${name} gets only the newest of several events.`,
};

/** Why a destination is not sent an event, by its code. */
export function notWantedText(name: string, reason: string | null): string {
  return (NOT_WANTED[reason ?? ""] ?? NOT_WANTED["type"])?.(name) ?? "";
}

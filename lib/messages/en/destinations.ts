import { answerKind, failureDetail, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
import { EMAILS_PER_HOUR, type DestinationState, type OffReason } from "#lib/contract/values/destinations.ts";
import type { BadgeWords } from "#lib/messages/badge.ts";
import type { Said, Standing } from "#lib/messages/standing.ts";
import { events, waitingEvents } from "./deliveries.ts";

export const area = "destinations";

/** Texts of the list of destinations, and of one of them. */
export const DESTINATIONS = {
  title: "Destinations",
  description: "Send a copy of your events to another system, such as your warehouse or a Slack channel.",
  add: "Add destination",
  slow: "Your destinations are taking longer than usual to load.",
  list: "Your destinations",
  ownerLine: "Only the store owner can change destinations.",
  emptyTitle: "No destinations yet",
  emptyText:
    "Connect a system that should know when something happens in your store. You need a web address from its provider, or pick Slack, Google Sheets via Zapier, or your own server.",
  askDeveloper: "Ask a developer",
  askText: (link: string | null) =>
    [
      "Webhook Keeper can send our store's events to another system. It needs:",
      "1. A public https address that accepts POST requests and answers with a status of 200 to 299 within 15 seconds.",
      "2. Which events the system should get, such as new orders.",
      "3. Someone who can enter the signing key there (Standard Webhooks), or tells us how requests prove themselves.",
      ...(link === null ? [] : [`Add it here: ${link}`]),
    ].join("\n"),

  moreFor: (name: string) => `More actions, ${name}`,
  open: "View details",
  turnedOn: (name: string) => `${name} is on`,
  turnedOff: (name: string) => `${name} is off`,
  notChanged: "Couldn't change the destination",
  resumeQuestion: (name: string) => `Turn on ${name}?`,
  resumeText: "What about events from while it was off?",
  resumeAll: (count: number, since: string) => `Send the ${waitingEvents(count)} since ${since}`,
  resumeNow: "From now on",
  turnOn: "Turn on",
  tryNow: "Try now",
  trying: "Trying…",
  viewEvents: "View events",
  changeAddress: "Change address",
  checkKey: "Check key",
  checkTemplate: "Check template",
  copyMessage: "Copy message",
  message: (name: string, sentence: string) =>
    `Hello, our store sends events to ${name}, and they don't arrive. ${sentence} Can you fix this?`,

  address: "Address",
  gets: "Gets",
  lastAnswer: "Last answer",
  waits: "Waiting",
  oldest: "Oldest waiting",
  rate: "Rate",
  everything: "All events",
  types: (count: number) => (count === 1 ? "1 event type" : `${count} event types`),
  filtered: "with a filter",
  noRate: "No limit",
  perSecond: (rate: string) => `${rate} a second`,
  none: "None",

  gone: "This destination no longer exists",
  goneText: "Someone may have removed it.",
  viewAll: "View destinations",
  oneSlow: "This destination is taking longer than usual to load.",
  tabs: "Parts of this destination",
  deliveries: "Deliveries",
  settings: "Settings",
  activity: "Activity",
  newKey: (name: string, until: string) => `${name} has until ${until} to use the new key.`,

  deliveriesSlow: "These deliveries are taking longer than usual to load.",
  filter: "Show",
  filters: { open: "Needs attention", failed: "Didn't arrive", waiting: "Waiting", all: "All" },
  deliveryList: "Deliveries, newest first",
  noneOpen: "Everything arrived.",
  noneOther: "Nothing here.",
  more: "Show more",
  skip: "Skip",
  skipped: "Skipped",
  notSkipped: "Couldn't skip it",
  sendAll: "Send all again",
  skipAll: "Skip all",
  skipAllQuestion: (count: number) => `Skip ${events(count)}?`,
  skipAllText: (name: string) => `${name} never gets them. They stay in your event log.`,
  sentAll: (count: number) => `We're sending ${events(count)} again.`,
  skippedAll: (count: number) => `Skipped ${events(count)}`,
  notDone: "That didn't work",
  took: (span: string) => `in ${span}`,
  attempts: (count: number) => (count === 1 ? "1 attempt" : `${count} attempts`),
  attemptList: "Attempts, newest first",
  answer: "Answer",
  copyCurl: "Copy as cURL",
  curlFailed: "Couldn't copy the request",
  tried: (attempts: number) => (attempts === 1 ? "Tried once." : `Tried ${attempts} times.`),

  keys: "Signing key",
  keysText: "Proves to the receiver that requests come from Keeper.",
  keyMade: (day: string) => `Made ${day}`,
  keyUntil: (moment: string) => `Signs until ${moment}`,
  renew: "Renew key",
  renewQuestion: "Renew the signing key?",
  renewText: "Keeper signs with both keys for a while, so the receiver can change to the new one.",
  overlap: "Old key signs for",
  overlaps: { none: "Ends now", day: "24 hours", week: "7 days" },
  renewFailed: "Couldn't renew the key",
  keyOnce: "Copy it now. You won't see it again.",
  publicKey: "Public key",
  publicKeyText: "Enter it at the receiver. It isn't a secret, and you find it again under Settings.",
  copyKey: "Copy key",

  remove: "Remove destination",
  removeText: "Keeper stops sending and forgets what happened to each event.",
  removeQuestion: (name: string) => `Remove ${name}?`,
  removeLoses: (waiting: number, failed: number) =>
    [
      waiting + failed === 0
        ? ""
        : `${waitingEvents(waiting + failed)} that didn't arrive yet won't be sent.`,
      "Its settings, keys and history are deleted. You can't undo this.",
    ]
      .filter((part) => part !== "")
      .join(" "),
  removed: (name: string) => `Removed ${name}`,
  notRemoved: "Couldn't remove the destination",

  test: "Send test event",
  testing: "Sending…",
  testFailed: "Couldn't send the test event",
  tested: (status: number | null, span: string) => `Answered ${status} in ${span}.`,
  testedKey: (status: number | null) =>
    `Answered ${status}. The receiver doesn't know the key yet: copy it now.`,
  testedLate: (seconds: number) => `No answer in ${seconds} seconds.`,
  testedOther: (status: number) => `Answered ${status}.`,
};

/** How a destination is, in a word. */
export const STATE_BADGES: Readonly<Record<DestinationState, BadgeWords>> = {
  new: { label: "Ready", variant: "secondary" },
  working: { label: "Working", variant: "success" },
  slow: { label: "Slow", variant: "warning" },
  ill: { label: "Not answering", variant: "warning" },
  off: { label: "Off", variant: "secondary" },
};

/** What a badge says of a destination that answers, yet takes nothing. */
export const REFUSING_BADGE: BadgeWords = { label: "Not working", variant: "warning" };

/** What a badge says of a destination that takes what is new, and did not get all of what came before. */
export const FAILED_BADGE: BadgeWords = { label: "Needs attention", variant: "warning" };

const TROUBLES: Readonly<Record<AnswerKind, (name: string, since: string, detail: string | null) => string>> =
  {
    error: (name, since) => `${name} has answered with an error since ${since}.`,
    key: (name, since) => `${name} hasn't accepted our key since ${since}.`,
    denied: (name, since) => `${name} hasn't let our key send events since ${since}. Check its permissions.`,
    clock: (name) => `The clock of our server is wrong for ${name}. Tell whoever runs Keeper.`,
    nothing_there: (name, since) => `${name} has had nothing at this address since ${since}.`,
    moved: (name, _since, to) => `${name} has moved to ${to ?? "another address"}. Enter that one.`,
    busy: (name) => `${name} asks us to slow down.`,
    gone: (name) => `${name} told us that it no longer wants events.`,
    rejected: (name, since) => `${name} has rejected events since ${since}.`,
    late: (name, since) => `${name} hasn't answered in time since ${since}.`,
    no_name: (name, since) => `We haven't found the address of ${name} since ${since}.`,
    no_way: (name, since) => `${name} hasn't answered since ${since}.`,
    certificate_expired: (name) => `The security certificate of ${name} has expired. Tell its provider.`,
    certificate: (name) => `We can't make a secure connection to ${name}. Tell its provider.`,
    cut_off: (name, since) => `${name} has broken off the connection since ${since}.`,
    address: (name) => `We can't send to the address of ${name}, because it isn't public.`,
    token: (name) => `We can't get a token for ${name}. Check its sign-in.`,
    unbuildable: (name) => `We can't build what ${name} gets. Check the template.`,
    broken: (name) => `A stored event is damaged, so we couldn't send it to ${name}.`,
    unkept: (name) => `We couldn't store what ${name} answered.`,
    too_large: (name) => `An event was larger than ${name} takes.`,
    no_mail: () => "Email doesn't work here right now. Tell whoever runs Keeper.",
    not_a_member: (name) => `No one with access to this store has the email address of ${name}.`,
    paced: (name) => `${name} gets ${EMAILS_PER_HOUR} emails an hour at most. The other events wait.`,
    silent: (name, since) => `${name} hasn't answered since ${since}.`,
  };

const OFF: Readonly<Record<OffReason, (view: Standing, said: Said) => string>> = {
  person: ({ offBy, offAt }, { day }) =>
    `Turned off${offBy === null ? "" : ` by ${offBy}`}${offAt === null ? "" : ` on ${day(offAt)}`}.`,
  gone: ({ name }) => `${name} told us that it no longer wants events.`,
  unanswered: ({ name, offAt }, { day }) =>
    `We stopped trying${offAt === null ? "" : ` on ${day(offAt)}`}, because ${name} didn't answer.`,
  refused: () => "We can't send to this address because it isn't public.",
};

const wait = (count: number) => `${waitingEvents(count)} ${count === 1 ? "waits" : "wait"}`;
const kept = ({ waiting, waitingSince }: Standing, { day }: Said) =>
  waiting === 0
    ? null
    : `${waitingEvents(waiting)}${waitingSince === null ? "" : ` since ${day(waitingSince)}`} ${waiting === 1 ? "is" : "are"} kept.`;

/** How a destination is: what is so, and what that means for the events; the second is null when it means nothing. */
export function stateWords(view: Standing, said: Said): { sentence: string; rest: string | null } {
  const { state, delivered, lastDeliveredAt, waiting, nextAt, offReason } = view;
  if (state === "off") return { sentence: OFF[offReason ?? "person"](view, said), rest: kept(view, said) };
  if (state === "ill") {
    const kind = answerKind({ status: view.lastStatus, failure: view.lastFailure });
    const next = nextAt === null ? "" : ` Next try ${said.when(nextAt)}.`;
    const since = said.when(view.since ?? view.createdAt);
    return {
      sentence: TROUBLES[kind](view.name, since, failureDetail(view.lastFailure)),
      rest: `Nothing is lost${waiting === 0 ? "" : `: ${wait(waiting)}`}.${next}`,
    };
  }
  if (state === "slow")
    return {
      sentence: view.lastStatus === 429 || view.lastStatus === 503 ? TROUBLES.busy(view.name, "", null) : "",
      rest: `Events arrive later than usual${waiting === 0 ? "" : `: ${wait(waiting)}`}.`,
    };
  const none = state === "new" ? "Nothing was sent yet." : "Nothing has arrived yet.";
  if (state === "new" || (delivered === 0 && lastDeliveredAt === null))
    return { sentence: none, rest: waiting === 0 ? null : `${wait(waiting)}.` };
  const last = lastDeliveredAt === null ? "" : `, the last ${said.ago(lastDeliveredAt)}`;
  return {
    sentence: `${delivered === 0 ? "No events" : events(delivered)} in 24 hours${last}.`,
    rest: waiting === 0 ? null : `${wait(waiting)}.`,
  };
}

/** That events were given up. */
export function gaveUpText(name: string, failed: number): string {
  return `${events(failed)} didn't reach ${name}, and we've stopped trying.`;
}

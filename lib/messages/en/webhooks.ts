import { counted } from "./plural.ts";

export const area = "webhooks";

const types = (count: number) => counted(count, "event type", "event types");
const webhooks = (count: number) => counted(count, "webhook", "webhooks");

/** Texts of the Webhooks screen. */
export const WEBHOOKS = {
  title: "Webhooks",
  description: "Choose which store events you receive.",
  checked: "Checked with BigCommerce",
  notChecked: "Not checked with BigCommerce yet.",
  unreadable: (count: number) =>
    count === 1 ? "1 webhook could not be read." : `${count} webhooks could not be read.`,
  checkingNow: "Checking with BigCommerce now.",
  needAttention: (count: number) => (count === 1 ? "1 needs attention" : `${count} need attention`),

  find: "Find webhooks",
  placeholder: "Search by name or scope",
  state: "State",
  allStates: "All states",
  filters: "Filters",
  pillAttention: (count: number) => `Needs attention ${count}`,
  pillOn: (count: number) => `On ${count}`,
  pillOff: (count: number) => `Off ${count}`,
  pillUnmanaged: (count: number) => `Not managed ${count}`,
  matches: (count: number) => (count === 1 ? "1 event type matches" : `${count} event types match`),
  collapseAll: "Collapse all",

  onOf: (on: number, all: number) => `${on} of ${all} on`,
  turnOnAll: "Turn on all",
  turnOnAllOf: (group: string) => `Turn on all of ${group}`,
  overlap: (count: number) =>
    count === 1 ? "1 event type arrives twice" : `${count} event types arrive twice`,
  overlapText: "An “All … events” webhook brings them as well. Turn off the single ones.",
  turnOffSingles: "Turn off single ones",

  columns: {
    event: "Event",
    state: "State",
    lastEvent: "Last event",
    lastDay: "Last 24 hours",
    receive: "Receive",
    action: "Action",
    address: "Address",
  },
  receive: (title: string) => `Receive ${title} events`,
  receiveLoading: (title: string) => `Receive ${title} events, loading`,
  turningOn: "Turning on…",
  turningOff: "Turning off…",
  noEvents: "No events yet",
  asOf: (time: string, ago: string) => `As of ${time}, ${ago}`,
  coveredBy: (title: string) => `Covered by ${title}`,
  ownerLine: "Only the store owner can change webhooks.",
  lockedHint: "Available again when BigCommerce answers",
  lockedByRunHint: "Available again when the changes under way are done",
  details: "Details",
  sendTest: "Send test event",
  moreFor: (title: string) => `More actions, ${title}`,

  checkNow: "Check now",
  checking: "Checking…",
  everythingMatches: "Everything matches",
  applied: (count: number) => (count === 1 ? "1 change is made" : `${count} changes are made`),

  isOn: (title: string) => `${title} is on. First events can take a minute.`,
  isOff: (title: string) => `${title} is off.`,
  wasOn: (title: string) => `${title} was already on`,
  wasOff: (title: string) => `${title} was already off`,
  staysOff: (title: string) => `${title} stays off`,
  staysOn: (title: string) => `${title} stays on`,
  mended: (title: string) => `${title} is put right.`,
  notMended: (title: string) => `${title} is not put right yet`,

  turnOn: "Turn on",
  turnOff: "Turn off",
  reregister: "Re-register",
  selected: (count: number) => `${count} selected`,
  clearSelection: "Clear selection",
  askOn: (count: number) => `Turn on ${webhooks(count)}?`,
  askOnText: "Busy stores can send thousands of product events a day.",
  askOff: (count: number) => `Turn off ${webhooks(count)}?`,
  askOffText: "New events stop arriving within a minute. Events you already received stay in the log.",
  areOn: (count: number) => (count === 1 ? "1 webhook is on." : `${count} webhooks are on.`),
  areOff: (count: number) => (count === 1 ? "1 webhook is off." : `${count} webhooks are off.`),
  nothingToDo: "Nothing to change",
  refusedTitle: (count: number) => (count === 1 ? "1 change was refused" : `${count} changes were refused`),

  presets: "Ready-made sets",
  presetAsk: (title: string) => `Turn on ${title}?`,
  presetText: (add: number, on: number) =>
    on === 0
      ? `This turns on ${types(add)}.`
      : `This turns on ${types(add)}. ${types(on)} of the set ${on === 1 ? "is" : "are"} on already.`,
  presetDone: (title: string) => `${title} is already on`,

  remove: "Remove",
  removeAsk: (title: string) => `Remove ${title}?`,
  removeOfOthersText:
    "Another installation of this app made this webhook. It then no longer receives these events. What arrives here stays as it is.",
  removeText: "BigCommerce stops sending to this address. Events you already received stay in the log.",
  attention: (count: number) =>
    count === 1 ? "1 webhook is missing at BigCommerce" : `${count} webhooks are missing at BigCommerce`,
  attentionText: "New events of these types are lost until you re-register them.",
  reregisterAll: "Re-register all",

  slow: "The states of your webhooks take longer than usual to load.",
};

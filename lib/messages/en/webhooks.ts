import { counted } from "./plural.ts";

export const area = "webhooks";

const webhooks = (count: number) => counted(count, "webhook", "webhooks");

/** Texts of the Webhooks screen. */
export const WEBHOOKS = {
  title: "Webhooks",
  description: "Choose which store events you receive.",
  ownOnly: "These are Keeper's own webhooks. BigCommerce doesn't let apps see each other's.",
  checked: "Checked with BigCommerce",
  notChecked: "Not checked with BigCommerce yet.",
  unreadable: (count: number) =>
    count === 1 ? "1 webhook could not be read." : `${count} webhooks could not be read.`,
  checkingNow: "Checking with BigCommerce now.",
  needAttention: (count: number) => (count === 1 ? "1 needs attention" : `${count} need attention`),

  find: "Find webhooks",
  placeholder: "Search event types",
  state: "State",
  allStates: "All states",
  filters: "Filters",
  pillAttention: (count: number | null) => `Needs attention ${count ?? "–"}`,
  pillOn: (count: number | null) => `On ${count ?? "–"}`,
  pillOff: (count: number | null) => `Off ${count ?? "–"}`,
  pillUnmanaged: (count: number) => `Not managed ${count}`,
  matches: (count: number) => (count === 1 ? "1 event type matches" : `${count} event types match`),
  collapseAll: "Collapse all",
  selectAll: "Select all",
  selectAllOf: (group: string) => `Select all of ${group}`,

  moreBySearch: "Search also finds event types for channels, B2B, price lists and metafields.",

  onOf: (on: number, all: number) => `${on} of ${all} on`,
  covers: (wildcard: string, count: number) => `${wildcard}: ${count} types`,
  turnOnAll: "Turn on all",
  turnOnAllOf: (group: string) => `Turn on all of ${group}`,
  turnOffAll: "Turn off all",
  turnOffAllOf: (group: string) => `Turn off all of ${group}`,
  overlap: (count: number) =>
    count === 1 ? "1 event type arrives twice" : `${count} event types arrive twice`,
  overlapText: (wildcard: string) => `“${wildcard}” already includes them.`,
  turnOffSingles: "Turn off duplicates",

  columns: {
    event: "Event",
    state: "State",
    lastEvent: "Last event",
    lastDay: "Last 24 hours",
    receive: "Receive",
    action: "Action",
    address: "Address",
  },
  loadingState: (title: string) => `${title}, loading`,
  turningOn: "Turning on…",
  turningOff: "Turning off…",
  noEvents: "No events yet",
  asOf: (time: string, ago: string) => `As of ${time}, ${ago}`,
  coveredBy: (title: string) => `Covered by ${title}`,
  lockedHint: "Available when BigCommerce responds",
  lockedByAccessHint: "Available when the app is reauthorized",
  lockedByRunHint: "Available when the changes are done",
  viewEvents: "View events",
  copyScope: "Copy scope",
  ownerLine: "Only the store owner can change webhooks.",
  sendTest: "Send test event",
  moreFor: (title: string) => `More actions, ${title}`,

  checkNow: "Check now",
  checking: "Checking…",
  alreadyChecking: "Already checking…",
  everythingMatches: "Everything matches",
  applied: (count: number) => `Fixed ${webhooks(count)}`,

  isOn: (title: string) => `${title} is on. First events can take a minute.`,
  isOff: (title: string) => `${title} is off.`,
  wasOn: (title: string) => `${title} was already on`,
  wasOff: (title: string) => `${title} was already off`,
  staysOff: (title: string) => `Couldn't turn on ${title}`,
  staysOn: (title: string) => `Couldn't turn off ${title}`,
  mended: (title: string) => `Fixed ${title}.`,
  notMended: (title: string) => `Couldn't fix ${title}`,

  turnOn: "Turn on",
  turnOff: "Turn off",
  fix: "Fix",
  selected: (count: number) => `${count} selected`,
  clearSelection: "Clear selection",
  areOn: (count: number) => (count === 1 ? "1 webhook is on." : `${count} webhooks are on.`),
  areOff: (count: number) => (count === 1 ? "1 webhook is off." : `${count} webhooks are off.`),
  replaced: (count: number) => `Replaced ${webhooks(count)}.`,
  nothingToDo: "Nothing to change",
  refusedTitle: (count: number) => (count === 1 ? "1 change was refused" : `${count} changes were refused`),

  presets: "Recommended",
  setOnOf: (on: number, all: number) => `${on} of ${all} on`,
  setIncluded: (title: string) => `Other webhooks already include ${title}`,

  remove: "Remove",
  attention: (count: number) => `${webhooks(count)} ${count === 1 ? "needs" : "need"} attention`,
  attentionText: "Events may be missing until they're fixed.",
  fixAll: "Fix all",

  slow: "Your webhooks are taking longer than usual to load.",
};

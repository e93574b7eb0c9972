import { counted } from "./plural.ts";

export const area = "webhookDetails";

const types = (count: number) => counted(count, "event type", "event types");
const webhooks = (count: number) => counted(count, "webhook", "webhooks");

/** Texts of the Webhooks screen that are rarely shown: details, plan, strays. Apart, because they come when they are needed. */
export const DETAILS = {
  noMatch: "No event types match",
  noMatchText: "Try another word or clear the filters.",
  clearFilters: "Clear filters",
  channel: "Channel ID",
  channelText: "These event types are registered for one channel at a time. 1 is the store's first channel.",
  channelPick: "Channel",
  channelName: (name: string, id: string) => `${name} (${id})`,
  channelOther: (id: string) => `Channel ${id}`,
  channelsUnreadable: (count: number) =>
    count === 1 ? "1 more channel could not be read." : `${count} more channels could not be read.`,
  left: (time: string) => `${time} left`,
  whatWillChange: "What will change",
  planText: "Some webhooks don't match your settings. Choose what to fix.",
  applyChanges: (count: number) => (count === 1 ? "Apply 1 change" : `Apply ${count} changes`),
  verbs: { create: "register again", update: "update", enable: "turn on again", remove: "remove" },
  planLine: (verb: string, title: string, reason: string) => `${title}: ${verb}. ${reason}`,
  unmanaged: "Not managed",
  unmanagedText: "Created by Keeper but not turned on here.",
  ofOthers: "Another installation of Keeper made it and receives these events, too.",
  manage: "Manage",
  sentWhen: "Sent when",
  contains: "Contains",
  address: "Address",
  sentTo: "Sent to",
  expected: "Keeper's address",
  webhookId: "Webhook ID",
  copyId: "Copy webhook ID",
  technical: "Technical details",
  created: "Created",
  checkedLabel: "Checked",
  covers: "Covers",
  leavesOut: "Leaves out",
  permission: "Permission for details",
  permissionNone: "Nothing more can be read",
  permissionOf: (scope: string, state: string) => `${scope} (${state})`,
  permissionMissing: "not granted by the store",
  permissionGranted: "granted",
  example: "Example payload",
  unknownType: "This event type is not in the catalog",
  unknownTypeText: "It may be misspelled, or BigCommerce does not offer it.",
  viewAll: "View all webhooks",

  turnOn: "Turn on",
  turnOff: "Turn off",
  replace: "Replace",
  askOn: (count: number) => `Turn on ${webhooks(count)}?`,
  askOff: (count: number) => `Turn off ${webhooks(count)}?`,
  askOnSet: (title: string) => `Turn on ${title}?`,
  askOffSet: (title: string) => `Turn off ${title}?`,
  askReplace: (wildcard: string, count: number) =>
    `${wildcard} includes ${count} that ${count === 1 ? "is on. Replace it?" : "are on. Replace them?"}`,
  askReplaceMany: (count: number) =>
    `These include ${count} that ${count === 1 ? "is on. Replace it?" : "are on. Replace them?"}`,
  replaceText: "You keep receiving these events. Each one arrives once.",
  repeatsText: (count: number, all: number) =>
    count === all
      ? "These repeat events you already get, per channel. Each event then arrives twice."
      : `${count} of these repeat events you already get, per channel. Each of those events then arrives twice.`,
  busyText: "Busy stores send thousands of product and cart events a day.",
  askOffText: "New events stop arriving within a minute. Events you already received stay in the log.",
  setText: (add: number, on: number) =>
    on === 0
      ? `This turns on ${types(add)}.`
      : `This turns on ${types(add)}. ${on} of the set ${on === 1 ? "is" : "are"} already on.`,
  moreNames: (count: number) => `and ${count} more`,
  typesAsked: "Event types",
  removeAsk: (title: string) => `Remove ${title}?`,
  removeOfOthersText:
    "Another installation of Keeper made this webhook. That installation stops receiving these events. Nothing changes here.",
  removeText: "BigCommerce stops sending to this address. Events you already received stay in the log.",
};

import type { GuideChapter } from "#lib/contract/values/guide.ts";

export const area = "common";

/** Words that every screen shares. */
export const COMMON = {
  product: "Webhook Keeper",
  sections: "Sections",
  skip: "Skip to content",
  notifications: "Notifications",
  close: "Close",
  closeMessage: "Close message",
  cancel: "Cancel",
  tryAgain: "Try again",
  /** Said of a failure that has no sentence of its own. */
  trouble: "This is taking longer than usual. Try again.",
  unreachable: "Keeper is taking longer than usual to answer.",
  justNow: "just now",
  undo: "Undo",
  view: "View",
  viewDetails: "View details",
  newTab: "Opens in a new tab",
  copy: "Copy",
  copyLink: "Copy link",
  copied: "Copied",
  copyByHand: "Press Ctrl+C to copy",
  wrap: "Wrap",
  notLaidOut: "This is nested too deeply to be laid out. It is shown as it came.",
  download: "Download",
  downloadNamed: (name: string) => `Download ${name.toLowerCase()}`,
  loading: "Loading",
  search: "Search",
  showChoices: "Show choices",
  select: "Select",
  selectNamed: (name: string) => `Select ${name}`,
  copyNamed: (name: string) => `Copy ${name.toLowerCase()}`,
  /** The name of a button that stands for many: what it does, and to what. */
  actionOn: (action: string, thing: string) => `${action} ${thing}`,
  help: "Help",
  support: "Contact support",
  sendTest: "Send test event",
  privacy: "Privacy",
  terms: "Terms",
  newer: "Newer",
  older: "Older",
  rowsPerPage: "Show",
  pages: "Pages",
  showAsTable: "Show as table",
  showAsChart: "Show as chart",
  moreActions: "More actions",
  find: "Find",
  clearAll: "Clear all",
};

export const SECTION_NAMES = {
  overview: "Overview",
  webhooks: "Webhooks",
  events: "Events",
  destinations: "Destinations",
  settings: "Settings",
  welcome: "Welcome",
};

/** Read out after the name of a section that has alerts: "Overview 2 alerts". */
export const alertCount = (count: number) => `${count} to do`;

/** Names of the links to the chapters of the guide. */
export const GUIDE_LINKS: Readonly<Record<GuideChapter, string>> = {
  "what-keeper-does": "How Keeper works",
  "choose-webhooks": "How to choose webhooks",
  "read-the-event-log": "How to read the log",
  "fix-a-problem": "How to fix problems",
  destinations: "How destinations work",
  alerts: "How alerts work",
  "privacy-and-data": "How we handle data",
};

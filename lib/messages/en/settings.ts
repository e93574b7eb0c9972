import { counted } from "./plural.ts";

export const area = "settings";

/** Texts of the Settings screen. */
export const SETTINGS = {
  title: "Settings",
  description: "What holds for this store.",
  slow: "These facts take longer than usual to load.",

  history: "Event history",
  historyText: "How long events are kept; the owner sets it under Privacy.",
  keepFor: "Keep events for",
  days: (count: number) => counted(count, "day", "days"),
  kept: "Events kept",
  oldest: "Oldest event",
  noneKept: "None yet",

  address: "Receiving address",
  addressText: "BigCommerce sends this store's events here.",
  copyAddress: "Copy receiving address",

  proof: "Proof of origin",
  proofText: "What shows that BigCommerce sent an event. Whatever lacks it is refused.",
  signatureOnly: "Each event must be signed by BigCommerce.",
  signatureOrHeader: "Each event must be signed by BigCommerce, or come with this store's secret header.",

  language: "Language",
  languageText: "Yours alone. Times are those of the store’s time zone, with UTC when you point at them.",

  alerts: "Alerts",
  privacy: "Privacy",
  privacyText: "Who sees what tells of your customers, and how long events are kept.",
  reading: "What changed",

  people: "People",
  peopleText: "Who may open this app. Access is given in the control panel of the store.",
  peopleList: "People with access",
  email: "Email",
  role: "Role",
  lastSeen: "Last here",
  owner: "Owner",
  member: "Has access",
  you: (email: string) => `${email} (you)`,
  signOut: "Sign out",
  signOutQuestion: "Sign out?",
  signOutText: "You leave this app in every browser. Open it again from the Apps menu of your store.",
  signOutEveryone: "Sign everybody out",
  signOutEveryoneQuestion: "Sign everybody out?",
  signOutEveryoneText:
    "Everybody leaves this app in this store, you too. Nobody loses access: they open it again from the Apps menu.",
  signOutFailed: "Nobody was signed out.",

  store: "This store",
  name: "Name",
  unnamed: "Not known yet",
  domain: "Domain",
  hash: "Store hash",
  installed: "Installed",
  timezone: "Time zone",
  permissions: "Permissions",
  noPermissions: "None",
  demo: "Demo",
  demoText: "This is the demo store: its first week of events was made up.",

  welcome: "First steps",
  welcomeText: "Choose events and watch the first one arrive.",
  openWelcome: "Open first steps",
};

/** The choice of a language. */
export const LANGUAGE = {
  label: "Language of this app",
  panel: "As in the control panel",
  failed: "The language stays as it was. Try again.",
};

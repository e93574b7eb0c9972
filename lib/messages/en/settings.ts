import { listedIn } from "#lib/messages/format/listed.ts";
import { counted } from "./plural.ts";

export const area = "settings";

/** Texts of the pages under Settings. */
export const SETTINGS = {
  title: "Settings",
  pages: {
    general: "General",
    alerts: "Alerts",
    privacy: "Privacy and data",
    developer: "Developer",
    activity: "Activity log",
  },
  descriptions: {
    general: "Your own preferences, and who works in this store.",
    alerts: "Get a message when webhooks stop working.",
    privacy: "Who can see customer data and how long we keep events.",
    developer: "How events reach Keeper, and what Keeper can read.",
    activity: "Who changed what, and why. We keep it for a year.",
  },
  pageTitle: (page: string) => `Settings: ${page}`,
  pageLinks: "Settings pages",
  slow: "These settings are taking longer than usual to load.",
  ownerLine: "Only the store owner can change settings for the whole store.",
  leaveQuestion: "Leave without saving?",
  leaveText: "You have unsaved changes on this page.",
  leave: "Leave page",

  language: "Language",
  languageText: "Only affects you. Times use the store's time zone.",

  people: "People",
  peopleText: "People who can open Keeper. Manage them in your control panel.",
  peopleList: "People with access",
  email: "Email",
  role: "Role",
  lastSeen: "Last active",
  owner: "Owner",
  member: "Staff",
  you: (email: string) => `${email} (you)`,
  signOut: "Sign out",
  signOutQuestion: "Sign out?",
  signOutText: "You'll be signed out everywhere. Open Keeper again from the Apps menu.",
  signOutEveryone: "Sign everyone out",
  signOutEveryoneQuestion: "Sign everyone out?",
  signOutEveryoneText:
    "Everyone in this store is signed out, you too. Nobody loses access: they open Keeper again from the Apps menu.",
  signOutFailed: "Couldn't sign out",

  store: "This store",
  name: "Name",
  unnamed: "Not known yet",
  domain: "Domain",
  hash: "Store hash",
  installed: "Installed",
  timezone: "Time zone",
  demo: "Demo",
  demoText: "Demo store with sample events",

  welcome: "Setup guide",
  welcomeText: "Choose events and watch the first one arrive.",
  openWelcome: "Open setup guide",

  staff: "Staff",
  staffText: "What people other than the owner can do.",
  kept: "Event history",
  keptText: "How long we keep events, with what changed.",
  keepFor: "We keep events for",
  days: (count: number) => counted(count, "day", "days"),
  keptCount: "Events kept",
  oldest: "Oldest event",
  noneKept: "None yet",

  address: "Receiving address",
  addressText: "BigCommerce sends this store's events here.",
  copyAddress: "Copy receiving address",
  proof: "Event verification",
  proofText: "How we check that events come from BigCommerce.",
  signatureOnly: "BigCommerce signs every event. We reject events without its signature.",
  signatureOrHeader:
    "BigCommerce signs every event, and each webhook carries this store's secret. We reject events that have neither.",
  permissions: "Permissions",
  permissionsText: "What this store lets Keeper read.",
  noPermissions: "None",
  scopes: "Names at BigCommerce",
};

/** The choice of a language. */
export const LANGUAGE = {
  label: "Language",
  panel: "Same as control panel",
  failed: "Couldn't change the language. Try again.",
};

/** The entries in the menus of the control panel's lists. */
export const EXTENSIONS = {
  title: "Control panel menus",
  text: "In your lists of orders, products and customers, a menu entry opens the events of one row.",
  label: "Open events from lists",
  isOn: "On. The entry is in your lists.",
  isOff: "Off. The entry isn't in your lists.",
  isLate: "BigCommerce hasn't made this change yet. We try again at the next check.",
  slow: "Loading this setting is taking longer than usual.",
};

const listed = listedIn("en-GB");

/** What a scope of BigCommerce lets one read, whether or not it also lets one write. */
const READ: Readonly<Partial<Record<string, string>>> = {
  store_v2_information: "store information",
  store_v2_orders: "orders",
  store_v2_products: "products",
  store_v2_customers: "customers",
  store_cart: "carts",
  store_channel_settings: "channels",
};

/** What the store's scopes let Keeper read, in a sentence; scopes without a word for them are left out. */
export function permissionsText(scopes: readonly string[]): string {
  const words = scopes.flatMap((scope) => READ[scope.replace(/_read_only$/, "")] ?? []);
  return words.length === 0 ? "Can read nothing about your shop." : `Can read ${listed(words)}.`;
}

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
  undo: "Undo",
  view: "View",
  viewDetails: "View details",
  copy: "Copy",
  copied: "Copied",
  copyByHand: "Press Ctrl+C to copy",
  wrap: "Wrap",
  loading: "Loading",
  search: "Search",
  select: "Select",
  help: "Help",
  support: "Contact support",
  newer: "Newer",
  older: "Older",
  rowsPerPage: "Show",
  pages: "Pages",
  showAsTable: "Show as table",
  showAsChart: "Show as chart",
  moreActions: "More actions",
  find: "Find",
  ascending: "Ascending order",
  descending: "Descending order",
  clearAll: "Clear all",
} as const;

export const SECTION_NAMES = {
  overview: "Overview",
  webhooks: "Webhooks",
  events: "Events",
  settings: "Settings",
} as const;

/** Read out after the name of a section that has alerts: "Overview 2 alerts". */
export const alertCount = (count: number) => counted(count, "alert", "alerts");

/** "1 webhook", "4 webhooks". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Where help is found. */
export const HELP_URL = "https://developer.bigcommerce.com/docs/integrations/webhooks";
export const SUPPORT_URL = "mailto:support@webhook-keeper.example";

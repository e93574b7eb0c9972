export const area = "noEntry";

/** Full pages for those who have no way in; they come when they are needed. */

export const ACCESS_WITHDRAWN = {
  title: "You no longer have access",
  text: "Ask the store owner to give you access to Keeper.",
};

/** `retentionDays` is how long the log outlives the app in a store, when that is known. */
export const STORE_UNINSTALLED = {
  title: "The app was removed from this store",
  text: (retentionDays: number | undefined) =>
    retentionDays === undefined
      ? "Install it again to continue."
      : `Install it again to continue. Your event history is kept for ${retentionDays} days.`,
  open: "Open App Marketplace",
  reinstall: "Install again",
};

export const OUTSIDE = {
  title: "Open Webhook Keeper from your store",
  text: "Go to Apps in your BigCommerce control panel.",
};

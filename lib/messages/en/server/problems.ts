import { DESTINATION_PROBLEMS } from "./destinations.ts";

/** Title and sentence of a problem that may reach a person, by its code. */
export const PROBLEMS = {
  ...DESTINATION_PROBLEMS,
  UNEXPECTED: {
    title: "Something went wrong on our side",
    detail: "Something went wrong on our side. Try again; if it stays, tell us the reference.",
  },
  BIGCOMMERCE_UNREACHABLE: {
    title: "BigCommerce isn't available",
    detail: "We couldn't finish this. Try again in a minute.",
  },
  SESSION_ENDED: {
    title: "Your session ended",
    detail: "Open the app again from the Apps menu of your store.",
  },
  ACCESS_WITHDRAWN: {
    title: "You no longer have access",
    detail: "Ask the store owner to give you access to Keeper.",
  },
  STORE_UNINSTALLED: {
    title: "The app was removed from this store",
    detail: "Install the app again to go on.",
  },
  WEBHOOKS_OWNER_ONLY: {
    title: "Only the owner can change webhooks here",
    detail:
      "The owner of this store lets nobody else change webhooks. Ask them to do it, or to allow it under Settings, Privacy and data.",
  },
  OWNER_ONLY: { title: "Only the owner can do this", detail: "Ask the owner of the store to do it." },
  FORBIDDEN_ORIGIN: {
    title: "This request was not made by the app",
    detail: "Changes are only accepted from the app's own pages.",
  },
  INVALID_INPUT: { title: "Check your entry", detail: "Something in it doesn't fit." },
  INPUT_TOO_LARGE: { title: "This is too much", detail: "The request is larger than the app accepts." },
  INPUT_TOO_SLOW: { title: "This took too long", detail: "The request was not complete in time. Try again." },
  OVERLOADED: {
    title: "Too many at once",
    detail: "More is asked of the app at once than it can answer. Try again in a few seconds.",
  },
  NOT_FOUND: { title: "This doesn't exist", detail: "There is nothing here, or not any more." },
  METHOD_NOT_ALLOWED: {
    title: "This cannot be done here",
    detail: "The address does not accept this method.",
  },
  NEEDS_REAUTHORISATION: {
    title: "Reauthorize the app",
    detail: "Reopen it and select Confirm. Until then we can't check or fix webhooks.",
  },
  BIGCOMMERCE_RATE_LIMITED: {
    title: "API limit reached",
    detail: "Your store's API limit is reached. Try again in a moment.",
  },
  BIGCOMMERCE_FORBIDDEN: {
    title: "The store did not grant this",
    detail: "The app lacks a permission for this. Open it from the Apps menu and confirm what it asks for.",
  },
  BIGCOMMERCE_UNREADABLE: {
    title: "BigCommerce's answer cannot be read",
    detail:
      "BigCommerce's answer wasn't what we expected, so we changed nothing. Contact support if this lasts.",
  },
  STORE_NOT_FOUND: {
    title: "BigCommerce does not find this store",
    detail: "The store may be closed, suspended or moved. Look at it in BigCommerce, then check again.",
  },
  CHECK_REFUSED: {
    title: "The webhooks could not be checked",
    detail: "BigCommerce refused to list your store's webhooks. Nothing was changed. Try again later.",
  },
  BIGCOMMERCE_NOT_FOUND: {
    title: "BigCommerce does not find this",
    detail: "It is gone, or the store is closed. Look at it in BigCommerce, then try again.",
  },
  BIGCOMMERCE_REFUSED: {
    title: "BigCommerce refused this",
    detail: "BigCommerce does not accept this change. Check the webhooks, then try again.",
  },
  BIGCOMMERCE_CONFLICT: {
    title: "BigCommerce has something else by now",
    detail: "The webhooks at BigCommerce changed meanwhile. Check them, then try again.",
  },
  RATE_LIMITED: {
    title: "Too many requests",
    detail:
      "Too many requests came at once, so nothing was done for this one. Wait a minute, then try again.",
  },
  CHECK_RUNNING: { title: "Already checking", detail: "Keeper is already checking your webhooks." },
  VIEW_NAME_TAKEN: { title: "Name already used", detail: "Choose another name for this view." },
  TOO_MANY_VIEWS: {
    title: "View limit reached",
    detail: "Delete a view that you no longer use, then save this one.",
  },
  SEARCH_TIMED_OUT: {
    title: "Search took too long",
    detail: "Choose a shorter time range.",
  },
  RUN_UNDER_WAY: {
    title: "Other changes are under way",
    detail: "Wait until the changes under way are done, or cancel them.",
  },
  ERASURE_UNDER_WAY: {
    title: "Something else is being erased",
    detail: "Wait until that is done, then ask for this.",
  },
  NOTHING_TO_ERASE: {
    title: "There is nothing to erase",
    detail: "Nothing is kept about this. Check the kind and the number.",
  },
  RETENTION_TOO_LONG: {
    title: "Too many days",
    detail: "We don't keep events that long. Choose fewer days.",
  },
} satisfies Record<string, { title: string; detail: string }>;

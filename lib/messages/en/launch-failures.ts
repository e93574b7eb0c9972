import type { LaunchFailure } from "#lib/contract/launch-failures.ts";

export const area = "launchFailures";

/** What a person reads when the app could not be opened. A new reason does not compile until it has words. */
export const LAUNCH_FAILURES: Record<LaunchFailure, { title: string; text: string }> = {
  not_installed: {
    title: "Webhook Keeper isn't installed in your store",
    text: "Install it from the Apps menu of your BigCommerce control panel.",
  },
  link_expired: {
    title: "This link is too old",
    text: "Open the app again from the Apps menu of your store.",
  },
  link_used: {
    title: "This link was used before",
    text: "Open the app again from the Apps menu of your store.",
  },
  link_invalid: {
    title: "This link doesn't open the app",
    text: "Open the app from the Apps menu of your store.",
  },
  access_withdrawn: {
    title: "You no longer have access",
    text: "Ask the store owner to give you access to Keeper.",
  },
  install_refused: {
    title: "The installation didn't finish",
    text: "Nothing was changed in your store. Install the app again from the Apps menu.",
  },
  install_cancelled: {
    title: "You canceled the installation",
    text: "Nothing was changed in your store. To install the app after all, open it from the Apps menu.",
  },
  install_unreadable: {
    title: "BigCommerce's answer could not be read",
    text: "The app is not installed, because the answer lacked something that the app needs. Install it again from the Apps menu. If this page comes back, contact the app's support.",
  },
  bigcommerce_unreachable: {
    title: "BigCommerce isn't available right now",
    text: "Open the app again from the Apps menu in a minute.",
  },
  too_many: {
    title: "Too many tries",
    text: "Wait a minute, then open the app again from the Apps menu of your store.",
  },
  unexpected: {
    title: "Something went wrong on our side",
    text: "Open the app again from the Apps menu in a minute.",
  },
};

/** Title of the page. */
export const LAUNCH_FAILED: string = "Open the app again";

/** What support can find in the log. */
export const referenceSentence = (reference: string) => `Reference ${reference}.`;

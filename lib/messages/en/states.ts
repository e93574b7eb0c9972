export const area = "states";

/** Full pages and banners of states in which something, or everything, cannot work. */

export const SESSION_ENDED = {
  title: "Your session ended",
  text: "Open the app again from the Apps menu of your store.",
  textWhileWorking: "Open the app again to continue. Nothing you saved is lost.",
  reopen: "Reopen app",
};

export const NEEDS_REAUTHORISATION = {
  title: "The store has to accept this app again",
  text: "Open the app from the Apps menu and confirm. Until then webhooks stay as they are.",
};

export const OFFLINE = { title: "You're offline", text: "We reconnect by ourselves." };

/** What nobody has acknowledged yet. */
export const ALERT_BANNER = {
  title: (count: number) => (count === 1 ? "1 alert is open" : `${count} alerts are open`),
  text: (sentences: readonly string[]) =>
    `${sentences[0] ?? ""}${sentences.length > 1 ? ` And ${sentences.length - 1} more.` : ""}`,
  review: "Review alerts",
};

export const BIGCOMMERCE_SLOW = {
  title: "BigCommerce takes longer than usual to answer",
  text: "Your events still arrive. We try again every minute.",
};

/** `seconds` until BigCommerce takes requests again; null when it did not say. */
export const RATE_LIMITED = {
  title: "BigCommerce asked us to slow down",
  text: (seconds: number | null) =>
    seconds === null
      ? "We continue in a moment."
      : seconds === 1
        ? "We continue in 1 second."
        : `We continue in ${seconds} seconds.`,
};

export const NOT_FOUND = {
  title: "This page doesn't exist",
  text: "The address may have changed.",
  overview: "Go to overview",
};

/** `reference` is what support can find in the log. */
export const BREAK = {
  title: "This part takes a break",
  text: (reference: string | undefined) =>
    reference === undefined
      ? "The rest of the app works."
      : `Reference ${reference}. The rest of the app works.`,
  whole: "This app takes a break",
  wholeText: (reference: string | undefined) =>
    reference === undefined
      ? "Your events still arrive."
      : `Reference ${reference}. Your events still arrive.`,
};

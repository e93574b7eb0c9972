export const area = "states";

/** Full pages and banners of states in which something, or everything, cannot work. */

export const SESSION_ENDED = {
  title: "Your session ended",
  text: "Open the app again from the Apps menu of your store.",
  textWhileWorking: "Open the app again to continue. Nothing you saved is lost.",
  reopen: "Reopen app",
};

export const NEEDS_REAUTHORISATION = {
  title: "Reauthorize the app",
  text: "Reopen it and select Confirm. Until then we can't check or fix webhooks.",
};

export const OFFLINE = { title: "You're offline", text: "We reconnect automatically." };

/** What there is to do, on the other screens. */
export const TODO_BANNER = {
  title: (count: number) => (count === 1 ? "1 thing to do" : `${count} things to do`),
  text: (sentences: readonly string[]) =>
    `${sentences[0] ?? ""}.${sentences.length > 1 ? ` And ${sentences.length - 1} more.` : ""}`,
  viewWebhooks: "View webhooks",
  viewTodo: "Go to overview",
};

/** `seconds` until BigCommerce takes requests again; null when it did not say. */
export const RATE_LIMITED = {
  title: "Your store's API limit is reached",
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
  title: "Something went wrong on our side",
  text: (reference: string | undefined) =>
    reference === undefined
      ? "The rest of the app works."
      : `Reference ${reference}. The rest of the app works.`,
  whole: "Something went wrong on our side",
  wholeText: (reference: string | undefined) =>
    reference === undefined
      ? "Reload the page. If it happens again, contact support."
      : `Reload the page. If it happens again, contact support with reference ${reference}.`,
};

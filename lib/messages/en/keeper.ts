export const area = "keeper";

/** Texts about what the app does by itself at BigCommerce. */
export const KEEPER = {
  title: "Automatic repair",
  text: "Keeper fixes webhooks that are missing, turned off or sent to the wrong address, up to 3 times a day each.",
  storeLabel: "Fix problems automatically",
  mends: "On. We fix problems as soon as we see them.",
  tells: "Off. We tell you about problems, and you fix them.",
  some: (count: number) => (count === 1 ? "Off for 1 webhook." : `Off for ${count} webhooks.`),
  failed: "Nothing was changed",
  slow: "Loading automatic repair is taking longer than usual.",
  rowName: "Automatic repair",
  rowMends: "On",
  rowTells: "Off. We tell you about problems, and you fix them.",
  rowStore: "Off for the whole store. The owner turns it on in Settings.",
};

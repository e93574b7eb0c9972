export const area = "keeper";

/** Texts about what the app does by itself at BigCommerce. */
export const KEEPER = {
  title: "Automatic repair",
  text: "Webhooks that are missing, switched off or sent elsewhere are put right by this app, at most once an hour and three times a day each.",
  storeLabel: "Repair by itself",
  mends: "This app repairs by itself what you turned on.",
  tells: "This app changes nothing by itself. It shows what needs you, with the button that helps.",
  some: (count: number) =>
    count === 1 ? "For 1 webhook it only tells." : `For ${count} webhooks it only tells.`,
  ownerOnly: "Only the owner of the store can change it.",
  failed: "It stays as it was.",
  slow: "What this app does by itself takes longer than usual to load.",
  rowLabel: (title: string) => `Repair ${title} by itself`,
  rowName: "Automatic repair",
  rowMends: "On",
  rowTells: "Off: this app only tells what is wrong.",
  rowStore: "Off for the whole store, in Settings.",
};

export const area = "setup";

/** Texts of the card on Overview that leads back to Welcome. */
export const SETUP = {
  title: "Finish setup",
  connected: "Store connected",
  choose: "Choose events",
  watch: "Watch the first event",
  skip: "Skip setup",
  proceed: "Finish setup",
  done: "done",
  open: "to do",
};

import { counted } from "./plural.ts";

export const area = "eventActions";

/** Texts about selected events. */
export const SELECTED = {
  count: (count: number) => `${counted(count, "event", "events")} selected`,
  copyJson: "Copy as JSON",
  copyFixtures: "Copy as fixtures",
  export: "Export selected",
  clear: "Clear selection",
  copied: (count: number) => `${counted(count, "event", "events")} copied.`,
  working: "Loading the selected events…",
  failed: "The selected events are taking longer than usual to load.",
  refused: "Your browser blocked copying. Export the events instead.",
  tooMany: (max: number) => `You can select up to ${max} events. Export the log for more.`,
};

/** The keys of the Events screen, in the order of the list that "?" shows. */
export const EVENT_KEYS: readonly { keys: string; text: string }[] = [
  { keys: "/", text: "Search" },
  { keys: "j", text: "Next event" },
  { keys: "k", text: "Previous event" },
  { keys: "Enter", text: "Open the event" },
  { keys: "Escape", text: "Close the event" },
  { keys: "x", text: "Select the event" },
  { keys: "e", text: "Export events" },
  { keys: "p", text: "Pause or resume" },
  { keys: "?", text: "Show these keys" },
];

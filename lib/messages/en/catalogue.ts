export const area = "catalogue";

export {
  entryWords,
  groupTitle,
  presetWords,
  resourceLabel,
  titleOf,
  titleWithChannel,
} from "#lib/messages/event-type-messages.ts";

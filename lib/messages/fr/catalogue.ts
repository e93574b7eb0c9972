import { FR } from "./event-types.ts";
import { catalogueWords } from "#lib/messages/event-type-messages.ts";

export const area = "catalogue";

export const { titleOf, resourceLabel, titleWithChannel, entryWords, presetWords, groupTitle } =
  catalogueWords(FR);

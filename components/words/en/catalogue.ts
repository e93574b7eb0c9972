export const area = "catalogue";

export {
  entryWords,
  groupTitle,
  presetWords,
  resourceLabel,
  titleOf,
  titleWithChannel,
} from "#lib/catalogue/words.ts";

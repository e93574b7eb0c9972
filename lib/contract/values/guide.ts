/** The chapters of the guide for merchants, in their order: files of `docs/guide`, and the places that help links lead to. */
export const GUIDE_CHAPTERS = [
  "what-keeper-does",
  "choose-webhooks",
  "read-the-event-log",
  "fix-a-problem",
  "destinations",
  "alerts",
  "privacy-and-data",
] as const;

export type GuideChapter = (typeof GUIDE_CHAPTERS)[number];

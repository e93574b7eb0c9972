/** What somebody can look for in the activity log. */
export const ACTIVITY_KINDS = ["webhooks", "destinations", "settings", "people"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Stands for what the keeper did by itself, where otherwise a person's id stands. */
export const KEEPER = "keeper";

/** Whether a text names somebody who does things: the keeper, or a person by BigCommerce's id. Pure. */
export const isActor = (text: string): boolean => text === KEEPER || /^\d{1,18}$/.test(text);

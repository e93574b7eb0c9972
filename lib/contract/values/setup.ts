/** How far the owner of a store came in Welcome: choosing events, watching them arrive, or through. */
export const SETUP_STEPS = ["choose", "watch", "done"] as const;

export type SetupStep = (typeof SETUP_STEPS)[number];

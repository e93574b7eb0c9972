import { z } from "zod";

/**
 * `POST /s/{storeHash}/api/session/end`: whose sessions in this store end, those of the person who asks, in every
 * browser, or everybody's, which only the owner may ask for.
 */
export const SessionEnd = z.object({ who: z.enum(["me", "everyone"]) });
export type SessionEnd = z.infer<typeof SessionEnd>;

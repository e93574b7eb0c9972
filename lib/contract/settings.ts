import { z } from "zod";

/** `GET /s/{storeHash}/api/settings`: what the Settings screen shows. */
export const SettingsView = z.object({
  eventRetentionDays: z.number().int(),
  eventsKept: z.object({ total: z.number().int(), oldestAt: z.iso.datetime().nullable() }),
  people: z.array(
    z.object({
      /** BigCommerce's user id, in digits. */
      userId: z.string(),
      email: z.string(),
      isOwner: z.boolean(),
      isYou: z.boolean(),
      lastSeenAt: z.iso.datetime(),
    }),
  ),
  destination: z.string(),
  requiresSignature: z.boolean(),
});
export type SettingsView = z.infer<typeof SettingsView>;

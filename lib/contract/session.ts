import { z } from "zod";

/** `GET /s/{storeHash}/api/session`: who is asking, which store, what it granted. */
export const SessionView = z.object({
  store: z.object({
    hash: z.string(),
    name: z.string().nullable(),
    domain: z.string().nullable(),
    timezone: z.string().nullable(),
    /** Address of the app's page in this store's control panel; null when it is not known. */
    reopenUrl: z.string().nullable(),
    isDemo: z.boolean(),
    installedAt: z.iso.datetime(),
    needsReauthorisation: z.boolean(),
  }),
  user: z.object({ id: z.string(), email: z.string(), isOwner: z.boolean(), locale: z.string().nullable() }),
  /** OAuth scopes that the store granted. */
  scopes: z.array(z.string()),
  eventRetentionDays: z.number().int(),
});
export type SessionView = z.infer<typeof SessionView>;

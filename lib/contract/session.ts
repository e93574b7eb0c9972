import { z } from "zod";
import { LANGUAGES } from "./values/languages.ts";
import { SETUP_STEPS } from "./values/setup.ts";

/** `GET /s/{storeHash}/api/session`: who is asking, which store, what it granted. */
export const SessionView = z.object({
  store: z.object({
    hash: z.string(),
    name: z.string().nullable(),
    domain: z.string().nullable(),
    timezone: z.string().nullable(),
    /** Address in this store's control panel from which the app opens again. */
    reopenUrl: z.string(),
    isDemo: z.boolean(),
    installedAt: z.iso.datetime(),
    needsReauthorisation: z.boolean(),
  }),
  user: z.object({
    id: z.string(),
    email: z.string(),
    isOwner: z.boolean(),
    /** Whether they may turn webhooks on and off and fix them. */
    mayChangeWebhooks: z.boolean(),
    locale: z.string().nullable(),
    usesKeys: z.boolean(),
    /** Whether the person sees what only a developer needs. */
    showsTechnicalDetails: z.boolean(),
    /** How far they came in setting the app up; done for whoever has not to. */
    setup: z.enum(SETUP_STEPS),
    /** Chosen here; null for the control panel's. */
    chosenLanguage: z.enum(LANGUAGES).nullable(),
    /** The one in which to speak to them. */
    language: z.enum(LANGUAGES),
  }),
  /** OAuth scopes that the store granted. */
  scopes: z.array(z.string()),
  eventRetentionDays: z.number().int(),
});
export type SessionView = z.infer<typeof SessionView>;

/** `POST /s/{storeHash}/api/session`: the ticket of a launch; without one, a bearer is renewed. */
export const TokenRequest = z.object({ ticket: z.string().optional() });

/** What a page without a cookie sends as `Authorization: Bearer` from then on. */
export const SessionToken = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
  /** The same in seconds from now, for pages whose clock is wrong. */
  expiresInSeconds: z.number().int(),
});
export type SessionToken = z.infer<typeof SessionToken>;

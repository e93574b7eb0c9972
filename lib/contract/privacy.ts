import { z } from "zod";

/** What was erased, or is being erased: everything about one thing. */
export const ErasureView = z.object({
  id: z.string(),
  /** The thing's type, such as `customer`. */
  type: z.string(),
  /** Its id, while it is under way; nobody keeps it longer. */
  resourceId: z.string().nullable(),
  askedAt: z.iso.datetime(),
  /** E-mail address of who asked for it. */
  askedBy: z.string(),
  /** Events and known states that were there when it began. */
  found: z.number().int(),
  /** Events, and known states of things, that were erased so far. */
  events: z.number().int(),
  states: z.number().int(),
  /** Copies that came later, and were erased as well. */
  cameAgain: z.number().int(),
  endedAt: z.iso.datetime().nullable(),
});
export type ErasureView = z.infer<typeof ErasureView>;

/** `GET /s/{storeHash}/api/privacy` */
export const PrivacyView = z.object({
  /** Whether people other than the owner see personal data. */
  staffSeePersonal: z.boolean(),
  /** Whether people other than the owner change webhooks. */
  staffChangeWebhooks: z.boolean(),
  /** Days that this store's events are kept, and the most that they can be. */
  retentionDays: z.number().int(),
  retentionDaysMax: z.number().int(),
  /** The erasure that was asked for last; null without any. */
  erasure: ErasureView.nullable(),
  /** Whether there is a worker to carry it out, in whichever process. */
  isWorkerThere: z.boolean(),
});
export type PrivacyView = z.infer<typeof PrivacyView>;

/** `PUT /s/{storeHash}/api/privacy`, as the owner. What is absent stays. */
export const PrivacyChange = z.object({
  staffSeePersonal: z.boolean().optional(),
  staffChangeWebhooks: z.boolean().optional(),
  /** At most the operator's. */
  retentionDays: z.number().int().min(1).max(3650).optional(),
});
export type PrivacyChange = z.infer<typeof PrivacyChange>;

/** `GET /s/{storeHash}/api/privacy/retention?days=7` */
export const RetentionQuery = z.object({ days: z.coerce.number().int().min(1).max(3650) });
/** How many events would be deleted if the store kept its events for so many days. */
export const RetentionPreview = z.object({ events: z.number().int() });
export type RetentionPreview = z.infer<typeof RetentionPreview>;

/** A thing in the shop: `POST /s/{storeHash}/api/privacy/erasures`, and the query of `GET` there. */
export const ErasureTarget = z.object({
  type: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  id: z.string().regex(/^[\w.-]{1,100}$/),
});
export type ErasureTarget = z.infer<typeof ErasureTarget>;

/** What would be erased. */
export const ErasurePreview = z.object({
  events: z.number().int(),
  /** Known states of the thing; of a customer also those of their orders. */
  states: z.number().int(),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

import { z } from "zod";

/** `PUT /s/{storeHash}/api/keeper`: whether the app is only to tell what needs a person, and changes nothing by itself. */
export const NotifyOnlyChange = z.object({
  isTellingOnly: z.boolean(),
  /** The event type that it is about; the whole store when absent, which only its owner may say. */
  scope: z.string().min(1).max(200).optional(),
});
export type NotifyOnlyChange = z.infer<typeof NotifyOnlyChange>;

/** `GET /s/{storeHash}/api/keeper` */
export const KeeperView = z.object({
  /** Whether the app changes nothing in this store by itself. */
  isTellingOnly: z.boolean(),
  /** Event types for which it changes nothing by itself, whatever holds for the store. */
  scopes: z.array(z.string()),
});
export type KeeperView = z.infer<typeof KeeperView>;

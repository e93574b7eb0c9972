import { z } from "zod";

/** `GET` and `POST /s/{storeHash}/api/settings/secret`: how far the renewal of the webhook secret is. Never the secret. */
export const SecretView = z.object({
  /** Null when nothing is renewed. */
  renewal: z
    .object({
      /** `announced`: hooks carry the old one still. `changing`: they change to the new one, and both are accepted. */
      phase: z.enum(["announced", "changing"]),
      since: z.iso.datetime(),
      /** When hooks begin to change; null once they have. */
      changesAt: z.iso.datetime().nullable(),
      /** Webhooks that carry the old secret or the new one. */
      hooks: z.number().int(),
      hooksOnNew: z.number().int(),
      /** When the old secret ends; at the latest then, unless that is certain. */
      endsAt: z.iso.datetime(),
      isEndCertain: z.boolean(),
    })
    .nullable(),
});
export type SecretView = z.infer<typeof SecretView>;

import { z } from "zod";

/** Query of `GET /s/{storeHash}/api/exceptions`. */
export const ExceptionsQuery = z.object({ scope: z.string().min(1).max(200).optional() });

/** What BigCommerce told of failed deliveries in the last seven days, the newest first. */
export const ExceptionList = z.object({
  exceptions: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      /** 90001 to 90003, or one that is not documented. */
      code: z.number().int(),
      /** BigCommerce's own words. */
      message: z.string(),
      hookId: z.string().nullable(),
      /** What the webhook is for; null when that is not known. */
      scope: z.string().nullable(),
    }),
  ),
});
export type ExceptionList = z.infer<typeof ExceptionList>;

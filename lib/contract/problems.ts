import { z } from "zod";

/** A short id, such as `7F3K-2P`, that joins what a person sees to what the log holds. */
export const Reference = z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{2}$/);

/** `application/problem+json` as our API answers it. Source: RFC 9457; `code` is stable, `detail` is for a person. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** What support can find in the log. */
  reference: Reference.optional(),
  /** Seconds after which the same request makes sense again. */
  retryAfterSeconds: z.number().optional(),
});
export type Problem = z.infer<typeof Problem>;

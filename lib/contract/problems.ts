import { z } from "zod";

/** `application/problem+json` as our API answers it. Source: RFC 9457; `code` is stable, `detail` is for a person. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Short id that support can find in the log. */
  reference: z.string().optional(),
  /** Seconds after which the same request makes sense again. */
  retryAfterSeconds: z.number().optional(),
});
export type Problem = z.infer<typeof Problem>;

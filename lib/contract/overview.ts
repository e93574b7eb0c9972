import { z } from "zod";
import { REJECTION_REASONS } from "#lib/contract/values/rejections.ts";
import { Health } from "./subscriptions.ts";

/** `GET /s/{storeHash}/api/overview` */
export const Overview = z.object({
  /** The store's verdict: `good`, `attention`, `not_receiving`, `nothing_on` or `checking`. */
  state: z.enum(["good", "attention", "not_receiving", "nothing_on", "checking"]),
  sentence: z.string(),
  wanted: z.number().int(),
  catalogue: z.number().int(),
  checkedAt: z.iso.datetime().nullable(),
  lastEvent: z
    .object({ id: z.string(), scope: z.string(), summary: z.string(), occurredAt: z.iso.datetime() })
    .nullable(),
  received24h: z.number().int(),
  /** The 24 hours before those. */
  receivedBefore24h: z.number().int(),
  /** Arrivals beyond an event's first, in the last 24 hours. */
  repeats24h: z.number().int(),
  /** From the event's own time to its first arrival, over the last 24 hours, in milliseconds; null without events. */
  delayMs: z.object({ median: z.number(), p95: z.number() }).nullable(),
  needsAttention: z.array(z.object({ scope: z.string(), title: z.string(), health: Health })),
  /** How far the webhooks have followed the app to another address; null when none has to. */
  moving: z.object({ here: z.number().int(), all: z.number().int() }).nullable(),
  /** Deliveries that were refused in the last 24 hours, by reason; the most frequent first. Empty when none was. */
  rejections: z.array(
    z.object({
      reason: z.enum(REJECTION_REASONS),
      count: z.number().int(),
      lastAt: z.iso.datetime(),
      /** The last one: names of its headers, harmless values, bytes of its body when it was read. */
      last: z.object({
        headers: z.array(z.string()),
        values: z.record(z.string(), z.string()),
        bytes: z.number().int().nullable(),
      }),
    }),
  ),
});
export type Overview = z.infer<typeof Overview>;

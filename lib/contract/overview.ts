import { z } from "zod";
import { REJECTION_REASONS } from "#lib/contract/values/rejections.ts";
import { AlertList } from "./alerts.ts";

/** `GET /s/{storeHash}/api/overview` */
export const Overview = z.object({
  /** The store's verdict: `losing` events now, `attention` for what may be lost or is doubled, `waiting` for what ends by itself. */
  state: z.enum(["good", "losing", "attention", "waiting", "first_event", "nothing_on", "checking"]),
  sentence: z.string(),
  /** Event types that are on. */
  wanted: z.number().int(),
  checkedAt: z.iso.datetime().nullable(),
  /** The event that arrived last. */
  lastEvent: z
    .object({ id: z.string(), scope: z.string(), summary: z.string(), arrivedAt: z.iso.datetime() })
    .nullable(),
  received24h: z.number().int(),
  /** Events that came while the database was away and are not in the log yet, as far as the process that answers knows. */
  spooled: z.number().int(),
  /** The 24 hours before those; null while the store is too new to compare. */
  receivedBefore24h: z.number().int().nullable(),
  /** Arrivals beyond an event's first, in the last 24 hours. */
  repeats24h: z.number().int(),
  /** From the event's own time to its first arrival, over the last 24 hours, in milliseconds; null without events. */
  delayMs: z.object({ median: z.number(), p95: z.number() }).nullable(),
  /** What is wrong now, as `GET …/alerts` says it. */
  todo: AlertList,
  /** What was wrong in the last 24 hours and is over, the newest first: a sentence or two each. */
  recent: z.array(z.object({ id: z.string(), at: z.iso.datetime(), sentence: z.string() })),
  /** How far the webhooks have followed the app to another address; null when none has to. */
  moving: z.object({ here: z.number().int(), all: z.number().int() }).nullable(),
  /** Deliveries that were refused in the last 24 hours, by reason; the most frequent first. Empty when none was. */
  rejections: z.array(
    z.object({
      reason: z.enum(REJECTION_REASONS),
      count: z.number().int(),
      firstAt: z.iso.datetime(),
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

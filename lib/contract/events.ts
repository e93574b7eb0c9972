import { z } from "zod";
import { EVENT_FLAGS, EVENT_GROUPS, EVENT_STATUSES, PROOFS } from "#lib/contract/values/events.ts";

export const Proof = z.enum(PROOFS);
export type Proof = z.infer<typeof Proof>;

export const EventFlag = z.enum(EVENT_FLAGS);
export type EventFlag = z.infer<typeof EventFlag>;

export const EventView = z.object({
  id: z.string(),
  scope: z.string(),
  hash: z.string(),
  /** The event's own time: `created_at` of the body; or its first arrival, when a flag says that this is no time for the log. */
  occurredAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  firstArrivedAt: z.iso.datetime(),
  lastArrivedAt: z.iso.datetime(),
  arrivals: z.number().int(),
  proof: Proof,
  resource: z.object({ type: z.string(), id: z.string() }).nullable(),
  /** What happened, in words. */
  summary: z.string(),
  /** What the thing is called, where it was read and whoever asks may see it; its number in words otherwise. Null without a thing. */
  name: z.string().nullable(),
  flags: z.array(EventFlag),
  isTest: z.boolean(),
  isDemo: z.boolean(),
});
export type EventView = z.infer<typeof EventView>;

/** Rows of a page of the log, unless the request names another number. */
export const PAGE_SIZE_DEFAULT = 50;
/** Most rows that a page may have. */
export const PAGE_SIZE_MAX = 200;

export const EventStatus = z.enum(EVENT_STATUSES);
export type EventStatus = z.infer<typeof EventStatus>;

/** Query of `GET /s/{storeHash}/api/events`. `scope` may name several, separated by commas. */
export const EventFilter = z.object({
  scope: z.string().max(4_000).optional(),
  /** Names groups of event types, separated by commas: `orders,carts`. */
  group: z
    .string()
    .max(200)
    .refine(
      (text) => text.split(",").every((group) => EVENT_GROUPS.some((known) => known === group)),
      `must be among ${EVENT_GROUPS.join(", ")}`,
    )
    .optional(),
  /** Free text: a name, a resource's id, a hash, a scope, or `key:value`; see `lib/features/events/search.ts`. */
  q: z.string().trim().max(200).optional(),
  /** `type:id`, such as `order:1023`. */
  resource: z
    .string()
    .regex(/^[\w-]+:.+$/, "must be type:id, such as order:1023")
    .max(200)
    .optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  status: EventStatus.optional(),
  proof: Proof.optional(),
  /** Events that arrived late (`LATE_FROM_MS`) and after this place in the order of arrival, an id of the live stream. */
  late: z
    .string()
    .regex(/^\d{1,18}$/, "must be an id of the live stream")
    .optional(),
});
export type EventFilter = z.infer<typeof EventFilter>;

export const EventQuery = EventFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(PAGE_SIZE_DEFAULT),
});
export type EventQuery = z.infer<typeof EventQuery>;

/** What a term of the search box could have been: the values of a key, or the keys where the key itself is none. */
export const SearchHint = z.object({ key: z.string().nullable(), values: z.array(z.string()) });
export type SearchHint = z.infer<typeof SearchHint>;

export const EventPage = z.object({
  events: z.array(EventView),
  nextCursor: z.string().nullable(),
  /** Things of this page are being read: some seconds later more is known of them. */
  isBeingRead: z.boolean(),
  /** Said where nothing is found. */
  hint: SearchHint.nullable(),
});
export type EventPage = z.infer<typeof EventPage>;

/** `GET /s/{storeHash}/api/events/{id}` */
export const EventDetail = EventView.extend({
  /** The body as received, as text; undecodable bytes appear as U+FFFD. */
  body: z.string(),
  bodyBytes: z.number().int(),
  /** `created_at` as the body has it, and what time that is, if it is one; null when the body names none. */
  claimedTime: z.object({ text: z.string(), at: z.iso.datetime().nullable() }).nullable(),
  /** Names as received, in lower case; secret values masked. */
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type EventDetail = z.infer<typeof EventDetail>;

/** Message of `GET /s/{storeHash}/api/events/stream` named `event`; its SSE id resumes the stream. */
export const StreamedEvent = EventView;

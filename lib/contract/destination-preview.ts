import { z } from "zod";
import { DestinationSettings } from "./destinations.ts";
import { AUTH_KINDS, DESTINATION_KINDS, DESTINATION_URL_MAX, HEADERS_MAX } from "./values/destinations.ts";

const HeaderName = z.string().min(1).max(100);

/**
 * `POST /s/{storeHash}/api/destinations/preview`: a destination as it is being typed. What is secret about it stays where it
 * is typed: a preview shows that a header is there, and not what it says.
 */
export const PreviewInput = DestinationSettings.partial().extend({
  url: z.string().trim().max(DESTINATION_URL_MAX),
  eventTypes: DestinationSettings.shape.eventTypes,
  kind: z.enum(DESTINATION_KINDS).default("http"),
  headerNames: z.array(HeaderName).max(HEADERS_MAX).default([]),
  auth: z.object({ kind: z.enum(AUTH_KINDS), headerName: HeaderName.optional() }).default({ kind: "none" }),
  /** An event of the log, or null for an example; the newest one of the chosen types when it is left out. */
  eventId: z.string().max(200).nullish(),
});
export type PreviewInput = z.infer<typeof PreviewInput>;

const PreviewEvent = z.object({
  /** Null of an example. */
  id: z.string().nullable(),
  /** The event in words, as the log has it. */
  title: z.string(),
  occurredAt: z.iso.datetime(),
});

/** What would be sent of an event. Nothing was. */
export const DestinationPreview = z.object({
  event: PreviewEvent,
  /** Other events that can be looked at, the newest first. */
  choices: z.array(PreviewEvent.extend({ id: z.string() })),
  /** Why the event would not be sent; null when it would be. */
  notWanted: z.enum(["type", "filter", "test"]).nullable(),
  /** Why nothing is sent to the address, in a sentence; null while it is empty, and when something is. */
  addressFault: z.string().nullable(),
  /** Why no request can be made, as a code and what it names, such as `TEMPLATE_WRONG S0201 12`. */
  failure: z.string().nullable(),
  /** Null when none can be made. */
  request: z
    .object({
      method: z.string(),
      url: z.string(),
      /** In the order in which they are sent. Secret values are dots. */
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
      body: z.string(),
      /** How long the whole body is; what is shown may be its beginning. */
      bodyBytes: z.number().int(),
      isCut: z.boolean(),
    })
    .nullable(),
});
export type DestinationPreview = z.infer<typeof DestinationPreview>;

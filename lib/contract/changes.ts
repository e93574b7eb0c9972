import { z } from "zod";
import { CHANGES_STATES, READ_KINDS } from "#lib/contract/values/changes.ts";

const Leaf = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One field that is not as it was. */
export const FieldChange = z.object({
  /** Where it stands in the thing, as BigCommerce names it. */
  path: z.array(z.string()),
  kind: z.enum(["added", "removed", "changed"]),
  /** Null also when there was nothing, or when it is masked. */
  before: Leaf,
  after: Leaf,
  /** What the values, which are ids, stand for; null where that is not known. */
  beforeName: z.string().nullable(),
  afterName: z.string().nullable(),
  /** It tells of a person, and whoever asks may not see that. */
  isMasked: z.boolean(),
  /** In which currency the values are amounts, by its ISO code; null where that is not known, and where they are none. */
  currency: z.string().nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** `GET /s/{storeHash}/api/events/{id}/changes`: what an event changed, as far as that is known. */
export const EventChanges = z.object({
  state: z.enum(CHANGES_STATES),
  /** The type of thing that the event is about; null when it is about nothing that is read. */
  kind: z.enum(READ_KINDS).nullable(),
  changes: z.array(FieldChange),
  /** What the thing is like, as `after`: of an event that made it, and where it was read for the first time. */
  now: z.array(FieldChange),
  /** When the thing was read; null when it was not yet. */
  readAt: z.iso.datetime().nullable(),
  /** From when the state is that it was compared with. */
  comparedWithAt: z.iso.datetime().nullable(),
  /** How many events came between the two, this one included; counted up to 100. */
  events: z.number().int(),
  /** When reading goes on; null when it does not wait for a time. */
  goesOnAt: z.iso.datetime().nullable(),
  /** The scope that the store would have to grant. */
  missingScope: z.string().nullable(),
  /** Why it could not be read, as an error's code. */
  code: z.string().nullable(),
});
export type EventChanges = z.infer<typeof EventChanges>;

/** `GET /s/{storeHash}/api/reading`: whether the store's things are read after events, and which may be. */
export const EnrichmentView = z.object({
  isOn: z.boolean(),
  kinds: z.array(z.object({ kind: z.enum(READ_KINDS), scope: z.string(), isGranted: z.boolean() })),
});
export type EnrichmentView = z.infer<typeof EnrichmentView>;

/** `PUT /s/{storeHash}/api/reading` */
export const EnrichmentChange = z.object({ isOn: z.boolean() });
export type EnrichmentChange = z.infer<typeof EnrichmentChange>;

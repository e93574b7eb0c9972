import { z } from "zod";
import { EXPORT_COMPRESSIONS, EXPORT_FORMATS, SELECTED_MAX } from "./values/export-formats.ts";
import { EventFilter } from "./events.ts";

const Format = z.enum(EXPORT_FORMATS).default("csv");

/** Query of `GET /s/{storeHash}/api/events/export`: the list's filters, and what kind of file is wanted. */
export const ExportQuery = EventFilter.extend({
  format: Format,
  compression: z.enum(EXPORT_COMPRESSIONS).optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

/** `POST /s/{storeHash}/api/events/export`: the events with these ids. A query would be too long for them. */
export const ExportSelection = z.object({
  ids: z.array(z.string().min(1).max(500)).min(1).max(SELECTED_MAX),
  format: Format,
});
export type ExportSelection = z.infer<typeof ExportSelection>;

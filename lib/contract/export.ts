import { z } from "zod";
import { EXPORT_FORMATS } from "./export-formats.ts";
import { EventFilter } from "./events.ts";

/** Query of `GET /s/{storeHash}/api/events/export`: the list's filters, and what kind of file is wanted. */
export const ExportQuery = EventFilter.extend({ format: z.enum(EXPORT_FORMATS).default("csv") });
export type ExportQuery = z.infer<typeof ExportQuery>;

// Apart from the query's shape, so that the browser does not load zod for them.

/** What the log can be exported as: for spreadsheets, or one JSON object on each line for programs. */
export const EXPORT_FORMATS = ["csv", "ndjson"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Header of an export that tells about how many events it will have; absent when nobody knows without counting. */
export const EXPORT_ESTIMATE_HEADER = "Export-Estimate";

/** Most events that can be selected for one action. */
export const SELECTED_MAX = 100;

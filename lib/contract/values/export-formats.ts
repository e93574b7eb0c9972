// Apart from the query's shape, so that the browser does not load zod for them.

/** What the log can be exported as: for spreadsheets, or one JSON object on each line for programs. */
export const EXPORT_FORMATS = ["csv", "ndjson"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The file's type by its format. Source: RFC 4180; NDJSON has none that is registered. */
export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  ndjson: "application/x-ndjson; charset=utf-8",
};

/** How an export can be compressed; in a page, `DecompressionStream` undoes it. */
export const EXPORT_COMPRESSIONS = ["gzip"] as const;

/** The type of a compressed export. Source: RFC 6713. */
export const COMPRESSED_TYPE = "application/gzip";

/** Header of an export that tells about how many events it will have; absent when nobody knows without counting. */
export const EXPORT_ESTIMATE_HEADER = "Export-Estimate";

/** Most events that can be selected for one action. */
export const SELECTED_MAX = 100;

/** Why there is no file. `refused` has words of the server's own. */

/** Why an export did not come to its end. */
export type ExportFailure =
  { kind: "cutOff" | "ended" | "tooLarge" | "tooMany" } | { kind: "refused"; sentence: string };

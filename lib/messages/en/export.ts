import type { ExportFailure, ExportFormat } from "#lib/contract/values/export-formats.ts";
import { counted } from "./plural.ts";

export const area = "exporting";

/** Texts about exports of the log. Counts come as the locale writes them. */
export const EXPORT = {
  title: "Export events",
  what: "What",
  selected: (count: number) => `The ${counted(count, "selected event", "selected events")}`,
  found: "All matching events",
  foundText: (time: string) => `Includes events that aren't loaded yet. Time: ${time}.`,
  format: "File",
  formats: {
    csv: "CSV, for spreadsheets",
    ndjson: "NDJSON, for programs",
  } satisfies Record<ExportFormat, string>,
  formatTexts: {
    csv: "One line for each event, times in UTC, without payloads.",
    ndjson: "One JSON object on each line, with the payload as received.",
  } satisfies Record<ExportFormat, string>,
  limit: (gigabytes: string) =>
    `A file can have ${gigabytes} GB, which is more than a million events. Don't close Keeper until it's saved.`,
  start: "Export events",

  region: "Export",
  hide: "Hide progress",
  show: "Show progress",
  working: "Exporting events",
  sofar: (events: string) => `${events} so far`,
  of: (events: string, total: string, isEstimate: boolean) =>
    isEstimate ? `${events} of about ${total}` : `${events} of ${total}`,
  stay: "Don't close Keeper until it's saved. You can go on working.",
  cancel: "Cancel export",
  cancelled: "The export is canceled. Nothing was saved.",
  done: "Export saved",
  doneText: (events: string, isOne: boolean, fileName: string) =>
    `Saved ${events} ${isOne ? "event" : "events"} to ${fileName}.`,
  failed: "Nothing was exported",
};

const FAILURES: Record<Exclude<ExportFailure["kind"], "refused">, string> = {
  cutOff: "The connection was lost. Nothing was saved. Try again.",
  ended: "Your access ended before the file was complete. Nothing was saved.",
  tooLarge: "The file is larger than this page can hold. Choose a shorter time range or more filters.",
  tooMany: "Other exports are under way. Wait until one is done, or cancel one in another tab.",
};

/** Why there is no file. */
export function exportFailure(failure: ExportFailure): string {
  return failure.kind === "refused" ? failure.sentence : FAILURES[failure.kind];
}

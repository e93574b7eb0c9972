import type { ExportFailure, ExportFormat } from "#lib/contract/values/export-formats.ts";

/** What a person asked for: all that the list's filters find, or the events with these ids. */
export interface ExportOrder {
  store: string;
  format: ExportFormat;
  what: { query: Readonly<Record<string, string | null>> } | { ids: readonly string[] };
}

/** How this page's export is. */
export type ExportState = { order: ExportOrder } & (
  | {
      step: "working";
      events: number;
      /** How many there will be; null when nobody knows. */
      total: number | null;
      isEstimate: boolean;
    }
  | { step: "done"; events: number; fileName: string }
  | { step: "failed"; failure: ExportFailure }
);

// Of the page rather than of a screen: an export goes on while somebody looks at something else.
let state: ExportState | null = null;
const watchers = new Set<() => void>();

/** The page's export, the last one if it is over; null when there was none, or when it was put away. */
export function exportState(): ExportState | null {
  return state;
}

export function setExportState(next: ExportState | null): void {
  state = next;
  for (const watcher of watchers) watcher();
}

/** Hears of every change. Call the result to stop. */
export function watchExport(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

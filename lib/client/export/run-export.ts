import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import { EXPORT_ESTIMATE_HEADER, type ExportFailure } from "#lib/contract/values/export-formats.ts";
import { exportState, setExportState, type ExportOrder, type ExportState } from "./export-state.ts";
import { sessionKey } from "#lib/client/fetcher/keys.ts";
import { apiPath } from "#lib/client/paths.ts";
import { FileTooLarge, receiveFile } from "./receive-file.ts";
import { ApiProblem, getJson, openStream } from "#lib/client/fetcher/request.ts";
import { saveFile } from "./save-file.ts";

/** Between two changes of the state while events come, in milliseconds. */
const TELL_EVERY_MS = 250;

let cancelled = new AbortController();

/** Exports, and saves the file once it is whole. Does nothing while the page exports something. Never fails: the state tells. */
export async function runExport(order: ExportOrder): Promise<void> {
  if (exportState()?.step === "working") return;
  cancelled = new AbortController();
  const { signal } = cancelled;
  const working: ExportState = { order, step: "working", events: 0, total: null, isEstimate: true };
  setExportState(working);
  try {
    const response = await ask(order, signal);
    const known = response.headers.get(EXPORT_ESTIMATE_HEADER);
    const total = known === null ? null : Number(known);
    const told = { ...working, total, isEstimate: !("ids" in order.what) };
    setExportState(told);
    let toldAtMs = performance.now();
    const { file, events } = await receiveFile(response, {
      format: order.format,
      total,
      onEvents: (sofar) => {
        if (performance.now() - toldAtMs < TELL_EVERY_MS) return;
        toldAtMs = performance.now();
        setExportState({ ...told, events: sofar });
      },
    });
    signal.throwIfAborted();
    const fileName = `events-${order.store}-${new Date().toISOString().slice(0, 10)}.${order.format}`;
    saveFile(file, fileName);
    setExportState({ order, step: "done", events, fileName });
  } catch (error) {
    if (signal.aborted) return;
    setExportState({ order, step: "failed", failure: await failureOf(error, order.store) });
  }
}

/** Gives the page's export up, if one is under way. Nothing is saved. */
export function cancelExport(): void {
  if (exportState()?.step !== "working") return;
  cancelled.abort();
  setExportState(null);
}

function ask({ store, format, what }: ExportOrder, signal: AbortSignal): Promise<Response> {
  if ("query" in what)
    return openStream(apiPath(store, "events/export", { ...what.query, format, compression: "gzip" }), {
      signal,
    });
  return openStream(apiPath(store, "events/export"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ids: what.ids, format }),
    signal,
  });
}

async function failureOf(error: unknown, store: string): Promise<ExportFailure> {
  if (error instanceof FileTooLarge) return { kind: "tooLarge" };
  if (!(error instanceof ApiProblem)) return { kind: (await isOver(store)) ? "ended" : "cutOff" };
  if (error.code === PROBLEM_CODES.rateLimited) return { kind: "tooMany" };
  return hasEnded(error) ? { kind: "ended" } : { kind: "refused", sentence: error.message };
}

/** An answer that is cut off does not say why; the next request does. */
async function isOver(store: string): Promise<boolean> {
  try {
    await getJson(sessionKey(store));
    return false;
  } catch (error) {
    return error instanceof ApiProblem && hasEnded(error);
  }
}

function hasEnded({ status }: ApiProblem): boolean {
  return status === 401 || status === 403;
}

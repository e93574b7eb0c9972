import { parentPort, workerData } from "node:worker_threads";
import { openExport, type ExportTarget } from "#tests/lab/export.ts";

/** What `export.ts` hands over. */
export interface Reading {
  origin: string;
  target: ExportTarget;
}

const { origin, target } = workerData as Reading;
const { readAll } = await openExport({ origin }, target);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort?.postMessage(await readAll());

// The spool's own thread: what it does waits for the disk, and would hold up every delivery that comes meanwhile. See
// `spool.ts`, which starts it.
import { parentPort, workerData } from "node:worker_threads";
import { SpoolSlots } from "./slots.ts";
import type { SpoolAnswer, SpoolOrder, SpoolRequest, SpoolWork } from "./work.ts";

function say(answer: SpoolAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(answer);
}

/** What crosses to the process of an error: of its own class nothing would. */
function faultOf(error: unknown): { code?: string; message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, ...("code" in error && { code: String(error.code) }) };
}

const { folder, bounds } = workerData as SpoolOrder; // from `spool.ts`
const slots = new SpoolSlots(folder, bounds);
const work: SpoolWork = {
  append: slots.file.append.bind(slots.file),
  page: slots.file.page.bind(slots.file),
  remove: slots.file.remove.bind(slots.file),
  setAside: slots.file.setAside.bind(slots.file),
  contents: slots.file.contents.bind(slots.file),
  keepStores: slots.file.keepStores.bind(slots.file),
  takeOver: slots.takeOver.bind(slots),
  close: () => {
    slots.close();
    parentPort?.close();
  },
};

parentPort?.on("message", ({ id, name, given }: SpoolRequest) => {
  try {
    // Cast: `spool.ts` pairs each name with what it takes.
    const result = (work[name] as (...all: unknown[]) => unknown)(...given);
    say({ id, result });
  } catch (error) {
    say({ id, fault: faultOf(error) });
  }
});
say({ opened: slots.opened() });

import type { SpoolContents, StoreCopy } from "./arrivals.ts";
import type { SpoolBounds, SpoolFile } from "./file.ts";
import type { SpoolSlots } from "./slots.ts";

/** What the spool's thread does for the process; each call ends when it is on disk. */
export interface SpoolWork
  extends
    Pick<SpoolFile, "append" | "page" | "remove" | "setAside" | "contents" | "keepStores" | "close">,
    Pick<SpoolSlots, "takeOver"> {}

/** What the thread is started with. */
export interface SpoolOrder {
  folder: string;
  bounds: SpoolBounds;
}

/** One call of the thread's work. */
export interface SpoolRequest {
  id: number;
  name: keyof SpoolWork;
  given: unknown[];
}

/** What the thread says: first what it found, then what came of each call. */
export type SpoolAnswer =
  | { opened: { contents: SpoolContents; stores: StoreCopy[] } }
  | { id: number; result: unknown }
  | { id: number; fault: { code?: string; message: string } };

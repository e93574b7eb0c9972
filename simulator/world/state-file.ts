import { mkdirSync, readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { WorldState } from "./state.ts";

/** Shortest time between a change and its being written, in milliseconds: a burst becomes one write. */
const DEBOUNCE_MS = 200;

/** Writing a large state takes a while; this many times as long is left for other work before the next write. */
const REST_FACTOR = 10;

/** Writes a state behind the scenes. */
export interface StateFile {
  /** Writes soon; may be called as often as one likes. */
  saveSoon(): void;
  /** Writes for the last time; resolves when the state is on disk. */
  close(): Promise<void>;
}

/**
 * The saved state, or undefined when there is none yet.
 * @throws SyntaxError when the file is not JSON, Error when another version of the simulator wrote it
 */
export function loadState(path: string): WorldState | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const state: unknown = JSON.parse(text);
  if (typeof state !== "object" || state === null || !("version" in state) || state.version !== 1)
    throw new Error(`${path} was written by another version of the simulator; delete it to start afresh`);
  // Nobody but saveSoon writes this file, whole or not at all, and the version says in which shape.
  const read = state as WorldState & Partial<Pick<WorldState, "receivers" | "extensions">>;
  // Files from before there were receivers or App Extensions hold none.
  return { ...read, receivers: read.receivers ?? [], extensions: read.extensions ?? [] };
}

/**
 * Keeps `current()` in the file at `path`. The file is replaced whole, so a crash leaves the old state or the new.
 * @param onFault hears of a write that failed; the next change tries again
 */
export function stateFile(
  path: string,
  current: () => WorldState,
  onFault: (error: unknown) => void,
): StateFile {
  const temporary = `${path}.new`;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let isStale = false;
  let isClosed = false;
  let restMs = 0;
  mkdirSync(dirname(path), { recursive: true });

  const replaceFile = async () => {
    isStale = false;
    await writeFile(temporary, JSON.stringify(current()));
    await rename(temporary, path);
  };
  const plan = () => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        writing = write();
      },
      Math.max(DEBOUNCE_MS, restMs),
    );
  };
  const write = async () => {
    const startedMs = performance.now();
    await replaceFile().catch(onFault);
    restMs = (performance.now() - startedMs) * REST_FACTOR;
    writing = undefined;
    if (isStale && !isClosed) plan();
  };

  return {
    saveSoon: () => {
      if (isClosed) return;
      isStale = true;
      if (!writing) plan();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await writing;
      await replaceFile();
    },
  };
}

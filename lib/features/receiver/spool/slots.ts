import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/errors.ts";
import type { SpoolContents, StoreCopy } from "./arrivals.ts";
import { SpoolFile, type SpoolBounds } from "./file.ts";

/** More processes than this never share a folder. */
const SLOTS_MAX = 64;
/** Arrivals that change hands at once. */
const TAKEN_COUNT = 500;

/** Every file of the folder is another process's. */
export class NoSlot extends AppError {
  readonly code = "NO_SPOOL_SLOT";
  readonly retryable = false;
}

/** What a file that was left behind turned out to be. */
export interface Takeover {
  /** Arrivals that changed hands. */
  taken: number;
  /** Files that cannot be read; they are left as they are. */
  unreadable: { path: string; reason: string }[];
}

/**
 * The files of one folder, one for each process that uses it. They are numbered rather than named by process, so that one
 * that starts takes the file that a dead one left, and their number stays small. They are never deleted: another process
 * could be opening one at that moment, and would write into a file without a name.
 */
export class SpoolSlots {
  readonly #folder: string;
  readonly #bounds: SpoolBounds;
  readonly #own: { file: SpoolFile; slot: number };

  /** Takes the first file that is free. @throws {NoSlot} when there is none, and what the disk says. */
  constructor(folder: string, bounds: SpoolBounds) {
    [this.#folder, this.#bounds] = [folder, bounds];
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#own = this.#take();
  }

  get file(): SpoolFile {
    return this.#own.file;
  }

  /** What this process's file holds, and what it knows of stores. */
  opened(): { contents: SpoolContents; stores: StoreCopy[] } {
    return { contents: this.file.contents(), stores: this.file.stores() };
  }

  /**
   * Takes over what dead processes left. A process that is killed at it leaves some in both files, and they count as
   * copies then; in neither, never.
   */
  takeOver(): Takeover {
    const takeover: Takeover = { taken: 0, unreadable: [] };
    for (let slot = 1; slot <= SLOTS_MAX && existsSync(this.#path(slot)); slot++) {
      if (slot === this.#own.slot) continue;
      try {
        takeover.taken += this.#empty(this.#path(slot));
      } catch (error) {
        takeover.unreadable.push({ path: this.#path(slot), reason: String(error) });
      }
    }
    return takeover;
  }

  close(): void {
    this.file.close();
  }

  #path(slot: number): string {
    return join(this.#folder, `spool-${slot}.sqlite`);
  }

  #take(): { file: SpoolFile; slot: number } {
    let fault: Error = new NoSlot(`all ${SLOTS_MAX} files of the spool are in use`);
    for (let slot = 1; slot <= SLOTS_MAX; slot++) {
      try {
        const file = SpoolFile.open(this.#path(slot), this.#bounds);
        if (file) return { file, slot };
      } catch (error) {
        // It may be this file alone; the next start, or `takeOver`, says so again.
        if (error instanceof Error) fault = error;
      }
    }
    throw fault;
  }

  #empty(path: string): number {
    const left = SpoolFile.open(path, this.#bounds);
    if (!left) return 0;
    let taken = 0;
    try {
      for (let page = left.page(TAKEN_COUNT); page.length > 0; page = left.page(TAKEN_COUNT)) {
        this.file.adopt(page);
        left.remove(page.map(({ id }) => id));
        taken += page.length;
      }
    } finally {
      left.close();
    }
    return taken;
  }
}

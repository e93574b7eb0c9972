import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A file of the spool, as one sees it who does not use it. */
export interface SpoolFileFacts {
  name: string;
  /** `in use`: a process has it, and what it holds is that process's to tell. `left`: none has it. */
  state: "in use" | "left" | "unreadable";
  /** Deliveries that wait, and those that the database did not take; null where that cannot be seen. */
  waiting: number | null;
  aside: number | null;
  /** When the one that waits longest arrived; null when none waits, or that cannot be seen. */
  oldestAt: Date | null;
  bytes: number;
  changedAt: Date;
}

const NAME = /^spool-\d+\.sqlite$/;
/** Source: SQLite docs, Result and Error Codes: SQLITE_BUSY. */
const BUSY = 5;

/** Looks at the files of a spool's folder, and changes nothing; none where there is no folder. */
export function spoolFiles(folder: string): SpoolFileFacts[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  return names
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((name) => {
      const parts = ["", "-wal"].flatMap(
        (end) => statSync(join(folder, name + end), { throwIfNoEntry: false }) ?? [],
      );
      return {
        name,
        ...contentsOf(join(folder, name)),
        bytes: parts.reduce((sum, { size }) => sum + size, 0),
        changedAt: new Date(Math.max(...parts.map(({ mtimeMs }) => mtimeMs))),
      };
    });
}

/** Bytes of the largest file of a spool's folder, whose process is the next to reach its bound; 0 without a folder. */
export function largestSpoolBytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  return Math.max(
    0,
    ...names.map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
  );
}

type Contents = Pick<SpoolFileFacts, "state" | "waiting" | "aside" | "oldestAt">;
const UNSEEN = { waiting: null, aside: null, oldestAt: null };

function contentsOf(path: string): Contents {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    const row = file
      .prepare(
        `SELECT count(*) FILTER (WHERE is_aside = 0) AS waiting, count(*) FILTER (WHERE is_aside = 1) AS aside,
           min(arrived_at) FILTER (WHERE is_aside = 0) AS oldest FROM arrivals`,
      )
      .get();
    const oldestAt = typeof row?.oldest === "number" ? new Date(row.oldest) : null;
    return { state: "left", waiting: Number(row?.waiting), aside: Number(row?.aside), oldestAt };
  } catch (error) {
    const isBusy = error instanceof Error && "errcode" in error && error.errcode === BUSY;
    return { state: isBusy ? "in use" : "unreadable", ...UNSEEN };
  } finally {
    file?.close();
  }
}

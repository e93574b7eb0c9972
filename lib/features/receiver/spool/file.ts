import { statfsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLOutputValue, type StatementSync } from "node:sqlite";
import type { Proof } from "#lib/contract/events.ts";
import { AppError } from "#lib/errors.ts";
import type { SpoolContents, SpooledArrival, StoreCopy, WaitingArrival } from "./arrivals.ts";

/** How much a file may hold. */
export interface SpoolBounds {
  bytesMax: number;
  /** Nothing more is taken while one waits for longer than this. */
  ageMsMax: number;
  /** Bytes of the disk that are left to others. */
  freeBytesMin: number;
}

/** A bound was reached; nothing of what was given is kept. */
export class SpoolFull extends AppError {
  readonly code: `SPOOL_FULL_${"BYTES" | "AGE" | "DISK"}`;
  readonly retryable = true;

  constructor(cause: "BYTES" | "AGE" | "DISK", message: string) {
    super(message);
    this.code = `SPOOL_FULL_${cause}`;
  }
}

const VERSION = 1;
const TABLES = `
CREATE TABLE arrivals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  arrived_at INTEGER NOT NULL,
  store_hash TEXT NOT NULL,
  proof TEXT NOT NULL,
  is_marked INTEGER NOT NULL,
  is_demo INTEGER NOT NULL,
  is_aside INTEGER NOT NULL DEFAULT 0,
  headers TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX arrivals_waiting ON arrivals (arrived_at, id) WHERE is_aside = 0;
CREATE TABLE stores (
  hash TEXT PRIMARY KEY,
  sealed TEXT NOT NULL,
  is_installed INTEGER NOT NULL,
  retention_days INTEGER,
  part INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA user_version = ${VERSION};`;
/** Source: SQLite docs, Result and Error Codes: SQLITE_BUSY. */
const BUSY = 5;
/** A page of arrivals is no larger than this, unless a single one is. */
const PAGE_BYTES_MAX = 8 * 1024 * 1024;

/**
 * Arrivals that wait, in a SQLite file of one process. SQLite's exclusive lock keeps every other process away and ends
 * with the process, however that ends. What a call wrote is on disk when it returns. Blocks: for a thread of its own.
 */
export class SpoolFile {
  readonly #path: string;
  readonly #file: DatabaseSync;
  readonly #bounds: SpoolBounds;
  readonly #statements: Record<"append" | "page" | "oldest" | "remove" | "aside" | "store", StatementSync>;

  private constructor(path: string, file: DatabaseSync, bounds: SpoolBounds) {
    [this.#path, this.#file, this.#bounds] = [path, file, bounds];
    this.#statements = {
      append: file.prepare(
        `INSERT INTO arrivals (arrived_at, store_hash, body, headers, proof, is_marked, is_demo)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ),
      page: file.prepare("SELECT * FROM arrivals WHERE is_aside = 0 ORDER BY arrived_at, id LIMIT ?"),
      oldest: file.prepare("SELECT min(arrived_at) AS oldest FROM arrivals WHERE is_aside = 0"),
      remove: file.prepare("DELETE FROM arrivals WHERE id = ?"),
      aside: file.prepare("UPDATE arrivals SET is_aside = 1 WHERE id = ?"),
      store: file.prepare("INSERT OR REPLACE INTO stores VALUES (?, ?, ?, ?, ?)"),
    };
  }

  /**
   * Opens a file, makes it where there is none, and keeps others away from it. What was set aside gets another chance:
   * this may be a version that knows what to do with it.
   * @returns null when another process, or this one, has it.
   * @throws whatever else speaks against it.
   */
  static open(path: string, bounds: SpoolBounds): SpoolFile | null {
    createPrivate(path);
    const file = new DatabaseSync(path, { timeout: 0 });
    try {
      file.exec(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL",
      );
      file.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
      const version = numberOf(file.prepare("PRAGMA user_version").get()?.user_version);
      if (version > VERSION) throw new Error(`${path} was made by a newer version of the app`);
      file.exec("BEGIN IMMEDIATE");
      if (version === 0) file.exec(TABLES);
      file.exec("UPDATE arrivals SET is_aside = 0 WHERE is_aside = 1; COMMIT");
      return new SpoolFile(path, file, bounds);
    } catch (error) {
      file.close();
      if (error instanceof Error && "errcode" in error && error.errcode === BUSY) return null;
      throw error;
    }
  }

  /** Keeps arrivals, all or none. @throws {SpoolFull} at a bound, and what the disk says. */
  append(arrivals: readonly SpooledArrival[], now: Date): void {
    this.#requireRoom(
      arrivals.reduce((sum, { body }) => sum + body.byteLength, 0),
      now,
    );
    this.adopt(arrivals);
  }

  /** Keeps arrivals that are on this disk already, whatever the bounds. @throws what the disk says. */
  adopt(arrivals: readonly SpooledArrival[]): void {
    this.#write(() => {
      for (const { arrivedAt, storeHash, body, headers, proof, isMarked, isDemo } of arrivals)
        this.#statements.append.run(
          arrivedAt.getTime(),
          storeHash,
          body,
          JSON.stringify(headers),
          proof,
          Number(isMarked),
          Number(isDemo),
        );
    });
  }

  /** Those that arrived first, so many at the most and a few megabytes; none when none waits. */
  page(count: number): WaitingArrival[] {
    const arrivals: WaitingArrival[] = [];
    let bytes = 0;
    for (const row of this.#statements.page.iterate(count)) {
      const arrival = arrivalOf(row);
      bytes += arrival.body.byteLength;
      if (bytes > PAGE_BYTES_MAX && arrivals.length > 0) break;
      arrivals.push(arrival);
    }
    return arrivals;
  }

  /** Forgets arrivals, and gives their room back to the disk once none is left. Repeatable. */
  remove(ids: readonly number[]): void {
    this.#write(() => {
      for (const id of ids) this.#statements.remove.run(id);
    });
    if (this.oldestAt() !== null) return;
    this.#file.exec("PRAGMA incremental_vacuum");
    this.#file.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /** Leaves one out of every page from now on, until the file is opened again. */
  setAside(id: number): void {
    this.#write(() => this.#statements.aside.run(id));
  }

  /** When the one that has waited longest arrived; null when none waits. */
  oldestAt(): Date | null {
    const oldest = this.#statements.oldest.get()?.oldest;
    return typeof oldest === "number" ? new Date(oldest) : null;
  }

  /** Counts what there is; reads all of it. */
  contents(): SpoolContents {
    const rows = this.#file
      .prepare(
        "SELECT store_hash, sum(is_aside = 0) AS waiting, sum(is_aside) AS aside FROM arrivals GROUP BY 1",
      )
      .all();
    return {
      byStore: new Map(rows.map(({ store_hash: hash, waiting }) => [textOf(hash), numberOf(waiting)])),
      oldestAt: this.oldestAt(),
      aside: rows.reduce((sum, { aside }) => sum + numberOf(aside), 0),
    };
  }

  /** Keeps what is known of stores. @param isAll Forgets the others. */
  keepStores(stores: readonly StoreCopy[], isAll: boolean): void {
    this.#write(() => {
      if (isAll) this.#file.exec("DELETE FROM stores");
      for (const { hash, sealed, isInstalled, retentionDays, part } of stores)
        this.#statements.store.run(hash, JSON.stringify(sealed), Number(isInstalled), retentionDays, part);
    });
  }

  /** What was known of the stores when that was last kept. */
  stores(): StoreCopy[] {
    const rows = this.#file.prepare("SELECT * FROM stores").all();
    return rows.map((row) => ({
      hash: textOf(row.hash),
      sealed: JSON.parse(textOf(row.sealed)) as string[], // written by `keepStores`
      isInstalled: row.is_installed === 1,
      retentionDays: typeof row.retention_days === "number" ? row.retention_days : null,
      part: numberOf(row.part),
    }));
  }

  /** Lets the file go; what it holds stays. */
  close(): void {
    this.#file.close();
  }

  #requireRoom(bytes: number, now: Date): void {
    const { bytesMax, ageMsMax, freeBytesMin } = this.#bounds;
    if (this.#usedBytes() + bytes > bytesMax)
      throw new SpoolFull("BYTES", `it holds ${bytesMax} bytes already`);
    const oldestAt = this.oldestAt();
    if (oldestAt && now.getTime() - oldestAt.getTime() > ageMsMax)
      throw new SpoolFull("AGE", `one has waited since ${oldestAt.toISOString()}`);
    const { bavail, bsize } = statfsSync(dirname(this.#path));
    if (bavail * bsize - bytes < freeBytesMin)
      throw new SpoolFull("DISK", `the disk has less than ${freeBytesMin} bytes left`);
  }

  #usedBytes(): number {
    const read = (name: string) => numberOf(this.#file.prepare(`PRAGMA ${name}`).get()?.[name]);
    return (read("page_count") - read("freelist_count")) * read("page_size");
  }

  #write(change: () => void): void {
    this.#file.exec("BEGIN IMMEDIATE");
    try {
      change();
      this.#file.exec("COMMIT");
    } catch (error) {
      // A full disk may have undone it already.
      if (this.#file.isTransaction) this.#file.exec("ROLLBACK");
      throw error;
    }
  }
}

/**
 * Makes a file for its owner's eyes. Only where there is none: closing one that is there would end the locks that this
 * process has on it. Source: POSIX, fcntl.
 */
function createPrivate(path: string): void {
  try {
    writeFileSync(path, "", { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

function arrivalOf(row: Record<string, SQLOutputValue>): WaitingArrival {
  return {
    id: numberOf(row.id),
    storeHash: textOf(row.store_hash),
    body: row.body instanceof Uint8Array ? row.body : new Uint8Array(),
    headers: JSON.parse(textOf(row.headers)) as Record<string, string>, // written by `append`
    proof: textOf(row.proof) as Proof, // likewise
    arrivedAt: new Date(numberOf(row.arrived_at)),
    isMarked: row.is_marked === 1,
    isDemo: row.is_demo === 1,
  };
}

const numberOf = (value: SQLOutputValue | undefined) => (typeof value === "number" ? value : 0);
const textOf = (value: SQLOutputValue | undefined) => (typeof value === "string" ? value : "");

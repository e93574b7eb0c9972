import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Trouble } from "#lib/log/trouble.ts";
import { decide, type Note, type Word } from "./decide.ts";

/** Another process of this machine holds the file for a write of some bytes. */
const BUSY_MS = 1_000;

const UNKEPT = new Trouble({
  level: "warn",
  message: "what was told to the operator cannot be kept on the disk; a restart tells it again",
});

const TABLE = `CREATE TABLE IF NOT EXISTS notes (
  alarm TEXT PRIMARY KEY, since_ms INTEGER NOT NULL, is_open INTEGER NOT NULL, told_ms INTEGER NOT NULL, is_told INTEGER NOT NULL
) STRICT`;

/**
 * What was told to the operator: a small file that the processes of a machine share, so that one of them tells, and a restart does
 * not tell again. It needs no database. Where no file can be, it is in memory, and each process tells.
 */
export class Notes {
  #file: DatabaseSync;

  /** @param folder Where the file lies, or is made; null is memory. */
  constructor(folder: string | null) {
    this.#file = (folder === null ? null : openIn(folder)) ?? openAt(":memory:");
  }

  /**
   * Decides about an alarm, together with all processes of this machine. Never throws.
   * @returns what this process is to tell, and since when the alarm rings; null when nothing.
   */
  turn(alarm: string, isThere: boolean, now: Date): { word: Word; since: Date } | null {
    try {
      return this.#turn(alarm, isThere, now.getTime());
    } catch (error) {
      // A disk that is full is no reason to be silent.
      UNKEPT.met(error);
      this.#file = openAt(":memory:");
      return this.#turn(alarm, isThere, now.getTime());
    }
  }

  close(): void {
    this.#file.close();
  }

  #turn(alarm: string, isThere: boolean, nowMs: number): { word: Word; since: Date } | null {
    // Nearly always nothing changes, and nobody has to be waited for.
    if (decide(this.#read(alarm), isThere, nowMs) === null) return null;
    this.#file.exec("BEGIN IMMEDIATE");
    try {
      const decision = decide(this.#read(alarm), isThere, nowMs);
      if (decision) this.#write(alarm, decision.note);
      this.#file.exec("COMMIT");
      return decision?.tells ? { word: decision.tells, since: new Date(decision.note.sinceMs) } : null;
    } catch (error) {
      if (this.#file.isTransaction) this.#file.exec("ROLLBACK");
      throw error;
    }
  }

  #read(alarm: string): Note | null {
    const row = this.#file.prepare("SELECT * FROM notes WHERE alarm = ?").get(alarm);
    if (!row) return null;
    return {
      sinceMs: Number(row.since_ms),
      isOpen: row.is_open === 1,
      toldMs: Number(row.told_ms),
      isTold: row.is_told === 1,
    };
  }

  #write(alarm: string, { sinceMs, isOpen, toldMs, isTold }: Note): void {
    this.#file
      .prepare("INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?)")
      .run(alarm, sinceMs, Number(isOpen), toldMs, Number(isTold));
  }
}

function openIn(folder: string): DatabaseSync | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openAt(join(folder, "alarms.sqlite"));
  } catch (error) {
    UNKEPT.met(error);
    return null;
  }
}

function openAt(path: string): DatabaseSync {
  const file = new DatabaseSync(path, { timeout: BUSY_MS });
  try {
    file.exec(TABLE);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { endProcess, isRunning, markOf } from "./processes.ts";

const Mark = z.object({ pid: z.number(), startedAt: z.string() });
const Instance = z.object({ supervisor: Mark, children: z.array(Mark), url: z.string().nullable() });
type Instance = z.infer<typeof Instance>;

/** How long a part of an earlier run may take to end by itself. It has noticed the loss of its parent already. */
const LEFTOVER_PATIENCE_MS = 10_000;

/** The app runs already, on the same data. */
export class AlreadyRunning extends AppError {
  readonly code = "ALREADY_RUNNING";
  readonly retryable = false;
}

/** This run's note in `DATA_DIR`: who runs, and with which children. */
export interface InstanceNote {
  /** Adds a child, so that the next start can end it, should this process be killed. */
  addChild(pid: number): void;
  /** Notes where the app is to be found, for the sentence that a second start says. */
  setUrl(url: string): void;
  /** Removes the note; the last thing of a clean stop. */
  release(): void;
}

/**
 * Claims `DATA_DIR` for this process. Parts that an earlier, killed run left behind are ended first.
 * @throws {AlreadyRunning} when another run is alive.
 */
export async function claimDataDir(dataDir: string): Promise<InstanceNote> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "running.json");
  const me = markOf(process.pid);
  if (!me) throw new Error("This system does not say which processes run");
  const note: Instance = { supervisor: me, children: [], url: null };
  while (!create(path, note)) {
    const other = read(path);
    if (other && isRunning(other.supervisor)) throw new AlreadyRunning(sentence(other));
    await Promise.all((other?.children ?? []).map((child) => endProcess(child, LEFTOVER_PATIENCE_MS)));
    rmSync(path, { force: true });
  }
  const write = () => writeFileSync(path, JSON.stringify(note));
  return {
    addChild(pid) {
      const mark = markOf(pid);
      if (mark) note.children.push(mark);
      write();
    },
    setUrl(url) {
      note.url = url;
      write();
    },
    release: () => rmSync(path, { force: true }),
  };
}

function sentence({ supervisor, url }: Instance): string {
  const where = url ? `at ${url}` : "and is still starting";
  return (
    `Webhook Keeper runs already ${where} (process ${supervisor.pid}). ` +
    "Stop it with Ctrl-C there, or start a second one with another DATA_DIR."
  );
}

/** The file system decides between two starts at the same moment. */
function create(path: string, note: Instance): boolean {
  try {
    writeFileSync(path, JSON.stringify(note), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function read(path: string): Instance | undefined {
  try {
    return Instance.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    // Half written by a process that was killed: nobody's note.
    return undefined;
  }
}

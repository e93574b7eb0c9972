import { fork, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import { AppError } from "#lib/errors.ts";
import { markOf, endProcess } from "./processes.ts";

export const PROJECT_DIR = resolve(import.meta.dirname, "..");

/** A part of the product did not come up; the message names it. */
export class PartFailed extends AppError {
  readonly code = "PART_FAILED";
  readonly retryable = false;
}

/** A part of the running product. */
export interface Child {
  name: string;
  pid: number;
  /** Settles when the process has ended, with the words for how. */
  ended: Promise<string>;
  /** Asks it to end and, when it does not within its bound, makes it. May be repeated. */
  stop(): Promise<void>;
}

/** A file that parts write to. */
export interface LogFile {
  path: string;
  fd: number;
}

/** How a part is started. */
export interface ChildOrder {
  /** For sentences: "the app". */
  name: string;
  /** Relative to the project. */
  script: string;
  args?: readonly string[];
  execArgv?: readonly string[];
  env: NodeJS.ProcessEnv;
  stopWithinMs: number;
  /** Gets what the part writes, instead of the terminal. */
  onOutput?(text: string): void;
  /** An open file that what the part writes goes to, instead of the terminal. */
  logFile?: LogFile | undefined;
  onStarted(pid: number): void;
}

/** What a part says over its channel once it answers; the database adds its address, its place and its server. */
export interface Ready {
  type: "ready";
  url?: string;
  dataDir?: string;
  pid?: number;
}

/**
 * Starts a part in a process group of its own, so that the terminal's signals reach the supervisor alone. Each part
 * ends by itself when its channel to the supervisor breaks.
 */
export function startChild(order: ChildOrder): { child: Child; process: ChildProcess } {
  const output = order.onOutput ? "pipe" : (order.logFile?.fd ?? "inherit");
  const started = fork(resolve(PROJECT_DIR, order.script), [...(order.args ?? [])], {
    cwd: PROJECT_DIR,
    env: order.env,
    execArgv: [...(order.execArgv ?? [])],
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  for (const stream of [started.stdout, started.stderr]) {
    stream?.on("data", (chunk: Buffer) => order.onOutput?.(chunk.toString()));
  }
  const ended = new Promise<string>((settle) => {
    started.once("error", (error) => settle(error.message));
    started.once("exit", (code, signal) => settle(signal ? `killed by ${signal}` : `exit code ${code}`));
  });
  const pid = started.pid ?? 0;
  if (pid > 0) order.onStarted(pid);
  const mark = markOf(pid);
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= mark ? endProcess(mark, order.stopWithinMs) : Promise.resolve());
  return { child: { name: order.name, pid, ended, stop }, process: started };
}

/**
 * Waits for a part's word that it answers.
 * @throws {PartFailed} when the part ends first, or says that it failed.
 */
export async function whenReady({ child, process: started }: ReturnType<typeof startChild>): Promise<Ready> {
  const answered = new Promise<Ready>((settle, fail) => {
    started.on("message", (heard: unknown) => {
      const message = heard as Ready | { type: "failed"; message: string }; // only our own scripts talk here
      if (message.type === "ready") settle(message);
      else if (message.type === "failed") fail(new PartFailed(message.message));
    });
  });
  const died = child.ended.then((how) => {
    throw new PartFailed(`${child.name} did not start (${how})`);
  });
  return Promise.race([answered, died]);
}

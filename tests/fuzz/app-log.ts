import { z } from "zod";

const Line = z.object({
  level: z.string(),
  msg: z.string(),
  err: z.object({ name: z.string(), message: z.string() }).partial().optional(),
});

/** Reads what the app writes: lines of its log, which tell of faults among other things, and what should not be there. */
export class AppLog {
  /** How often each thing was told that is no fault. */
  readonly told = new Map<string, number>();
  readonly #onFault: (line: string) => void;
  #rest = "";

  /** @param onFault Gets each line that tells of an error, and each that is none of the log's. */
  constructor(onFault: (line: string) => void) {
    this.#onFault = onFault;
  }

  hear(text: string): void {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") this.#hearLine(line);
  }

  #hearLine(line: string): void {
    const parsed = Line.safeParse(jsonOf(line));
    if (!parsed.success || parsed.data.level === "error") return this.#onFault(line);
    const { level, msg, err } = parsed.data;
    const what = `${level}: ${msg}${err?.message ? ` (${err.message.slice(0, 100)})` : ""}`;
    this.told.set(what, (this.told.get(what) ?? 0) + 1);
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

import { format } from "node:util";
import type { Logger } from "pino";
import { describeError } from "./redact.ts";

const LEVELS = {
  error: "error",
  warn: "warn",
  info: "info",
  log: "info",
  debug: "debug",
  trace: "debug",
} as const;

/**
 * Sends what libraries write to the console through the log, which hides secrets: Next.js writes errors there that
 * nobody caught, with all their fields. Only texts and errors pass, things are named by their type.
 * @param console Whose methods are replaced, for as long as the process lives.
 */
export function consoleToLog(
  console: Record<keyof typeof LEVELS, (...words: unknown[]) => void>,
  log: Logger,
): void {
  for (const [method, level] of Object.entries(LEVELS) as [
    keyof typeof LEVELS,
    "error" | "warn" | "info" | "debug",
  ][]) {
    console[method] = (...words) => {
      const err = words.find((word) => word instanceof Error);
      log[level](err ? { err } : {}, format(...words.map(spoken)));
    };
  }
}

/** An error is in the line beside the message already; of objects only the type is told. */
function spoken(word: unknown): unknown {
  if (word instanceof Error) return describeError(word).name;
  return typeof word === "object" && word !== null ? `[${word.constructor?.name ?? "object"}]` : word;
}

import { Logger, type LogLevel } from "graphile-worker";
import { log } from "#lib/log.ts";

/** A finished job is no news at the level of the app. */
const LEVELS: Readonly<Record<LogLevel, "error" | "warn" | "debug">> = {
  error: "error",
  warning: "warn",
  info: "debug",
  debug: "debug",
};

/** What the queue says, in the app's own log. */
export const queueLog = new Logger(({ taskIdentifier, jobId }) => (level, message) => {
  log[LEVELS[level]]({ job: taskIdentifier, jobId }, message);
});

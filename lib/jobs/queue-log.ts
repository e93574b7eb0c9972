import { Logger, type LogLevel } from "graphile-worker";
import { log } from "#lib/log/log.ts";
import { Recurrence } from "#lib/recurrence.ts";

/** A finished job is no news at the level of the app. */
const LEVELS: Readonly<Record<LogLevel, "error" | "warn" | "debug">> = {
  error: "error",
  warning: "warn",
  info: "debug",
  debug: "debug",
};

/** The queue asks for a connection for each job. Jobs here have their own; fetching and finishing them needs few. */
const FEW_CONNECTIONS = "WARNING: having maxPoolSize";

/** What the queue says when no job is concerned, such as that it cannot fetch any, it says twice a second. */
const recurrence = new Recurrence();

/** What the queue says, in the app's own log. */
export const queueLog = new Logger(({ taskIdentifier, jobId }) => (level, message) => {
  if (message.startsWith(FEW_CONNECTIONS)) return;
  if (jobId !== undefined || LEVELS[level] === "debug")
    return log[LEVELS[level]]({ job: taskIdentifier, jobId }, message);
  const times = recurrence.occurred(message.replace(/\d+/g, "#"), performance.now());
  if (times !== null) log[LEVELS[level]]({ times }, message);
});

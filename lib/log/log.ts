import pino from "pino";
import { config } from "#lib/config/config.ts";
import { secretsOf } from "#lib/config/own-secrets.ts";
import { discreet } from "./redact.ts";
import { currentRequestId } from "./request-id.ts";
import { versionOf } from "#lib/config/version.ts";

const { logLevel, distDir } = config();
const { formatters, ...discretion } = discreet(secretsOf(config()));

/**
 * The only logger. It writes JSON lines to standard output, in the one format of docs/log.md. Logging a whole object or error by mistake gives nothing
 * away: names of secrets are hidden at every depth, errors are cut down to what happened and where, things such as
 * requests are named and not shown, and whatever is shaped like a secret is hidden in the finished line once more.
 */
export const log = pino({
  level: logLevel,
  base: { pid: process.pid, version: versionOf(/* turbopackIgnore: true */ process.cwd(), distDir) },
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const requestId = currentRequestId();
    return requestId === undefined ? {} : { requestId };
  },
  formatters: { ...formatters, level: (level) => ({ level }) },
  ...discretion,
});

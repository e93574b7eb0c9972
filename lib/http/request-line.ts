import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "#lib/log/log.ts";

/** A path that is longer was not made by us. */
const PATH_CHARS_MAX = 200;

/** How a request ended: as it was meant to, turned away, by a fault of ours, or because the client went away before. */
export type RequestOutcome = "answered" | "refused" | "failed" | "left";

/**
 * Has the log tell of a request once it is over, at the level of debug: refusals are counted and faults told anyway. The
 * query is left out, since BigCommerce's callbacks have secrets in it.
 */
export function noteRequest({ method, url = "" }: IncomingMessage, response: ServerResponse): void {
  if (!log.isLevelEnabled("debug")) return;
  const startedMs = performance.now();
  response.once("close", () => {
    const status = response.headersSent ? response.statusCode : null;
    log.debug(
      {
        method,
        path: pathOf(url),
        status,
        tookMs: Math.round(performance.now() - startedMs),
        outcome: outcomeOf(status, response.writableFinished),
      },
      "a request is over",
    );
  });
}

/** Pure. @param status Null when nothing was answered. */
export function outcomeOf(status: number | null, isFinished: boolean): RequestOutcome {
  if (status === null || !isFinished) return "left";
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "answered";
}

/** An address without its query, cut to a length. Pure. */
export const pathOf = (url: string): string => (/^[^?#]*/.exec(url)?.[0] ?? "").slice(0, PATH_CHARS_MAX);

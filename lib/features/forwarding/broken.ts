import { Trouble } from "#lib/log/trouble.ts";
import { withoutAnswer, type Judged } from "./outcome.ts";

const BROKEN = new Trouble({
  level: "error",
  message: "an event could not be made into a request, so that it was given up; others go on",
});

/**
 * What an attempt comes to that failed in our own code, for something in the event: a person may send it again, and nothing
 * waits for it. The log names it.
 */
export function brokenBy(error: unknown, event: { destinationId: string; seq: bigint }): Judged {
  BROKEN.met(withoutWords(error), { ...event, seq: String(event.seq) });
  return withoutAnswer("broken", "EVENT_BROKEN");
}

/** An error without its message, which may quote the event. */
function withoutWords(error: unknown): Error {
  const bare = new Error(error instanceof Error ? error.name : typeof error);
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  bare.stack = [bare.message, ...lines.filter((line) => /^ +at /.test(line))].join("\n");
  return bare;
}

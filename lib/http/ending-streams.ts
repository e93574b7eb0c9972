import { processWide } from "#lib/process-wide.ts";

const ending = processWide("ending-streams", () => new AbortController());

/** Ends every stream that this process serves, as if it had come to its end: cut off, a browser would call it an error. */
export function endStreams(): void {
  ending.abort();
}

/** Aborts when streams are to end. */
export const streamsEnding = (): AbortSignal => ending.signal;

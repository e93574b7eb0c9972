// The custom server and Next.js's bundles each load this module; both have to mean the same process. See lib/platform/db/client.ts.
const shared = globalThis as typeof globalThis & { [key: symbol]: AbortController | undefined };
const KEY = Symbol.for("webhook-keeper.ending-streams");

const ending = () => (shared[KEY] ??= new AbortController());

/** Ends every stream that this process serves, as if it had come to its end: cut off, a browser would call it an error. */
export function endStreams(): void {
  ending().abort();
}

/** Aborts when streams are to end. */
export const streamsEnding = (): AbortSignal => ending().signal;

import { isSame } from "./difference.ts";

/** What is larger as JSON text, in bytes, is not kept. */
const BODY_BYTES_MAX = 64 * 1024;

/** What a reading found of one thing, and what of it is kept. */
export interface Outcome {
  outcome: "kept" | "same" | "gone" | "too_large";
  /** Only of what is kept. */
  body: object | null;
}

/**
 * What becomes of a thing that was read. What is as it was is not kept again. Pure.
 * @param thing As BigCommerce answered it; undefined when it is not there.
 * @param before Its last known state; undefined when none is.
 */
export function outcomeOf(thing: object | undefined, before: unknown): Outcome {
  if (thing === undefined) return { outcome: "gone", body: null };
  if (before !== undefined && isSame(before, thing)) return { outcome: "same", body: null };
  return Buffer.byteLength(JSON.stringify(thing)) > BODY_BYTES_MAX
    ? { outcome: "too_large", body: null }
    : { outcome: "kept", body: thing };
}

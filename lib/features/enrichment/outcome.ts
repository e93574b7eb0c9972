import { isSame } from "./difference.ts";

/** What is larger as JSON text, in bytes, is not kept. */
const BODY_BYTES_MAX = 64 * 1024;
/** What is nested deeper is not kept: neither this process nor PostgreSQL follows any depth. */
const DEPTH_MAX = 64;

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
  if (isDeeper(thing, DEPTH_MAX)) return { outcome: "too_large", body: null };
  if (before !== undefined && isSame(before, thing)) return { outcome: "same", body: null };
  return Buffer.byteLength(JSON.stringify(thing)) > BODY_BYTES_MAX
    ? { outcome: "too_large", body: null }
    : { outcome: "kept", body: thing };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

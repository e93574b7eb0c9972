import type { StoreHash } from "#lib/ids.ts";
import { isRecord } from "#lib/platform/bigcommerce/fields.ts";
import type { KindName } from "./kinds.ts";
import { namesOf } from "./snapshots.records.ts";
import { saveLateWords, statesBehind, wordsAfter } from "./words.records.ts";
import { wordsOf } from "./words.ts";

/** Things that get their words at once, and how often a job does that. */
const PAGE = 200;
const PAGES_PER_JOB = 10;

/**
 * What things are called besides, as far as it was read: a variant by its product's name.
 * @returns of a thing; empty for what has no other name.
 */
export async function alsoCalled(
  storeHash: StoreHash,
  kind: KindName,
  things: readonly unknown[],
): Promise<(thing: unknown) => string> {
  if (kind !== "variant") return () => "";
  const products = [...new Set(things.map(productOf))].filter((id) => id !== "");
  const names = await namesOf(storeHash, "product", products);
  return (thing) => names.get(productOf(thing)) ?? "";
}

/**
 * Gives words to what a store's things were like before there were any, a bounded number at a time, so that they are found
 * as what is read from now on. Only under the store's enrichment lock. Repeatable.
 */
export async function giveLateWords(storeHash: StoreHash): Promise<void> {
  for (let page = 0; page < PAGES_PER_JOB; page++) {
    const after = await wordsAfter(storeHash);
    if (after === null) return;
    const [type = "", id = ""] = after.split(" ");
    const states = await statesBehind(storeHash, { type, id }, PAGE);
    const variants = states.filter((state) => state.type === "variant").map(({ body }) => body);
    const also = await alsoCalled(storeHash, "variant", variants);
    const worded = states.map((state) => ({
      type: state.type,
      id: state.resourceId,
      words: wordsOf(state.type, state.body, state.type === "variant" ? also(state.body) : ""),
    }));
    const last = worded.at(-1);
    await saveLateWords(storeHash, worded, last && worded.length === PAGE ? `${last.type} ${last.id}` : null);
  }
}

function productOf(thing: unknown): string {
  return isRecord(thing) && typeof thing.product_id === "number" ? String(thing.product_id) : "";
}

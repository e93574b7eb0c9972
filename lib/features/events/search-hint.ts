import { RESOURCE_TYPES } from "#lib/catalogue/resource.ts";
import { EVENT_GROUPS, EVENT_STATUSES, PROOFS } from "#lib/contract/values/events.ts";
import type { SearchHint } from "#lib/contract/events.ts";
import type { Vocabulary } from "#lib/messages/event-vocabulary.ts";

const VALUES: Readonly<Record<string, readonly string[]>> = {
  status: EVENT_STATUSES,
  proof: PROOFS,
  group: EVENT_GROUPS,
};
/** Keys whose values are open, and those that people use most, first. */
const KEYS = ["order", "product", "customer", "cart", "scope", "group", "status", "proof", "hash"];
const OPEN: ReadonlySet<string> = new Set([...RESOURCE_TYPES, "scope", "hash", "body", "brand"]);

/** What the first term of the search box that nobody knows could be instead; null when all are known. Pure. */
export function searchHint(text: string, { types }: Vocabulary): SearchHint | null {
  for (const [, word = "", value = ""] of text.matchAll(/(?:^|\s)([a-z][a-z_-]*) ?: ?(?=(\S+))/gi)) {
    const key = word.toLowerCase();
    const known = VALUES[key];
    if (known) {
      const isKnown = value.split(",").every((each) => known.includes(each.toLowerCase()));
      if (!isKnown) return { key, values: [...known] };
    } else if (!OPEN.has(key) && !types.has(key)) return { key: null, values: KEYS };
  }
  return null;
}

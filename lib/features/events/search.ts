import { findEntry } from "#lib/catalogue/catalogue.ts";
import { EVENT_GROUPS, EVENT_STATUSES, PROOFS } from "#lib/contract/values/events.ts";
import type { EventFilter } from "#lib/contract/events.ts";
import type { Vocabulary } from "#lib/messages/event-vocabulary.ts";
import { freeText, hashSought, withoutValues } from "./search-text.ts";
import { ANYTHING, both, type Sought } from "./sought.ts";

const NOTHING: Sought = { ...ANYTHING, scopes: [] };

const ANY_CHANNEL = "{channel_id}";
const KEYED = /^([a-z][a-z_-]*):(.+)$/i;

/**
 * Reads the search box. Terms of the form `key:value` come first: `scope:`, `group:`, `hash:`, `proof:`, `status:`, and
 * with any other key a resource, such as `order:1023`; lists are separated by commas. What is left is free text
 * (`search-text.ts`). All terms have to hold. A value that its key does not know finds nothing rather than everything. Pure.
 * @param vocabulary Of whoever asks.
 */
export function parseSearch(text: string, vocabulary: Vocabulary): Sought {
  const query = withoutValues(text)
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^([a-z][a-z_-]*) ?: (?=\S)|(?<= )([a-z][a-z_-]*) ?: (?=\S)/gi, "$1$2:");
  const terms = query === "" ? [] : query.split(" ");
  const isKeyed = (term: string) => KEYED.test(term);
  const words = terms.filter((term) => !isKeyed(term)).join(" ");
  const free = words === "" ? [] : [freeText(words, vocabulary)];
  return [...terms.filter(isKeyed).map((term) => keyed(term, vocabulary)), ...free].reduce(both, ANYTHING);
}

/** What the log's filter means, the search box included. Its period is not part of it. Pure. */
export function soughtBy(
  { scope, group, q, resource, status, proof }: EventFilter,
  vocabulary: Vocabulary,
): Sought {
  const [type = "", ...id] = resource?.split(":") ?? [];
  return [
    ...(scope ? [{ ...ANYTHING, scopes: distinct(scope.split(",")) }] : []),
    ...(group ? [{ ...ANYTHING, groups: EVENT_GROUPS.filter((one) => group.split(",").includes(one)) }] : []),
    ...(resource ? [{ ...ANYTHING, resources: [{ type, id: id.join(":") }] }] : []),
    ...(status ? [{ ...ANYTHING, statuses: [status] }] : []),
    ...(proof ? [{ ...ANYTHING, proofs: [proof] }] : []),
    ...(q ? [parseSearch(q, vocabulary)] : []),
  ].reduce(both, ANYTHING);
}

/**
 * The same with the groups resolved to scopes. The catalogue alone does not know them all: the scopes of single channels
 * carry the channel's number. Pure.
 * @param known Scopes that the store has had events of.
 */
export function withGroups({ groups, ...sought }: Sought, known: readonly string[]): Sought {
  if (!groups) return { groups, ...sought };
  const ofGroups = known.filter((scope) => {
    const group = findEntry(scope)?.group;
    return group !== undefined && groups.includes(group);
  });
  return both({ ...sought, groups: null }, { ...ANYTHING, scopes: ofGroups });
}

/** Whether a filter names scopes that stand for those of any channel. Pure. */
export const isOfAnyChannel = ({ scopes }: Sought): boolean =>
  scopes?.some((scope) => scope.includes(ANY_CHANNEL)) ?? false;

/** The same with the scopes of single channels, which carry the channel's number, in their place. Pure. */
export function withChannels(sought: Sought, known: readonly string[]): Sought {
  const scopes = sought.scopes?.flatMap((scope) =>
    scope.includes(ANY_CHANNEL) ? known.filter((each) => findEntry(each)?.scope === scope) : [scope],
  );
  return { ...sought, scopes: scopes ?? null };
}

/**
 * Whether a page is best read scope by scope. No index keeps several scopes in the log's order; what is sought besides
 * has an index of its own, unless it is what nearly all events are. Pure.
 */
export function isReadByScope({
  scopes,
  resources,
  hashes,
  statuses,
  proofs,
  start,
  things,
}: Sought): boolean {
  const isSelective =
    things !== null ||
    start !== null ||
    resources.length > 0 ||
    hashes.length > 0 ||
    statuses.some((status) => status !== "received") ||
    proofs.some((proof) => proof !== "both");
  return scopes !== null && scopes.length > 1 && !isSelective;
}

function keyed(term: string, { types }: Vocabulary): Sought {
  const [, word = "", value = ""] = KEYED.exec(term) ?? [];
  const key = word.toLowerCase();
  const values = value.split(",").filter(Boolean);
  switch (key) {
    case "scope":
      return {
        ...ANYTHING,
        scopes: distinct(values.flatMap((scope) => [scope, ...(findEntry(scope)?.covers ?? [])])),
      };
    case "group": {
      const groups = EVENT_GROUPS.filter((group) => values.includes(group));
      return groups.length < values.length ? NOTHING : { ...ANYTHING, groups };
    }
    case "hash":
      return hashSought(value);
    case "body":
      return hashSought(term);
    case "status": {
      const status = EVENT_STATUSES.find((known) => known === value.toLowerCase());
      return status ? { ...ANYTHING, statuses: [status] } : NOTHING;
    }
    case "proof": {
      const proof = PROOFS.find((known) => known === value.toLowerCase());
      return proof ? { ...ANYTHING, proofs: [proof] } : NOTHING;
    }
    default:
      return { ...ANYTHING, resources: [{ type: types.get(key) ?? key, id: value.replace(/^#/, "") }] };
  }
}

function distinct(scopes: readonly string[]): string[] {
  return [...new Set(scopes)];
}

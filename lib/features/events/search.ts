import { CATALOGUE, findEntry } from "#lib/catalogue/catalogue.ts";
import { EVENT_GROUPS, EVENT_STATUSES, PROOFS, type EventGroup } from "#lib/contract/values/events.ts";
import type { EventFilter, EventStatus, Proof } from "#lib/contract/events.ts";

/** What a filter asks of an event. */
export interface Sought {
  /** One of these; null for any. Empty when what is asked for contradicts itself, or cannot be. */
  scopes: readonly string[] | null;
  /** A scope of one of these groups; null for any. */
  groups: readonly EventGroup[] | null;
  /** All of these; a null type is any. */
  resources: readonly { type: string | null; id: string }[];
  /** All of these, as of the next two; whether in the case in which they are written or in small letters. */
  hashes: readonly string[];
  statuses: readonly EventStatus[];
  proofs: readonly Proof[];
}

const ANYTHING: Sought = {
  scopes: null,
  groups: null,
  resources: [],
  hashes: [],
  statuses: [],
  proofs: [],
};
const NOTHING: Sought = { ...ANYTHING, scopes: [] };

/** Words that people use for a resource's type, where they differ from ours. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  orders: "order",
  products: "product",
  customers: "customer",
  carts: "cart",
};

const KEYED = /^([a-z][a-z_-]*):(.+)$/i;

/**
 * Reads the search box. Terms of the form `key:value` come first: `scope:`, `group:`, `hash:`, `proof:`, `status:`, and
 * with any other key a resource, such as `order:1023`; lists are separated by commas. What is left is an id ("1023",
 * "#1023"), a resource ("order 1023"), a hash, a scope, or words of an event type's title ("order created"); whatever is
 * none of these is taken for an id. All terms have to hold. A value that its key does not know finds nothing rather than
 * everything. Pure.
 */
export function parseSearch(text: string): Sought {
  const query = text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^([a-z][a-z_-]*) ?: (?=\S)|(?<= )([a-z][a-z_-]*) ?: (?=\S)/gi, "$1$2:");
  const terms = query === "" ? [] : query.split(" ");
  const isKeyed = (term: string) => KEYED.test(term);
  const words = terms.filter((term) => !isKeyed(term)).join(" ");
  return [...terms.filter(isKeyed).map(keyed), ...(words === "" ? [] : [free(words)])].reduce(both, ANYTHING);
}

/** What the log's filter means, the search box included. Its period is not part of it. Pure. */
export function soughtBy({ scope, group, q, resource, status, proof }: EventFilter): Sought {
  const [type = "", ...id] = resource?.split(":") ?? [];
  return [
    ...(scope ? [{ ...ANYTHING, scopes: distinct(scope.split(",")) }] : []),
    ...(group ? [{ ...ANYTHING, groups: EVENT_GROUPS.filter((one) => group.split(",").includes(one)) }] : []),
    ...(resource ? [{ ...ANYTHING, resources: [{ type, id: id.join(":") }] }] : []),
    ...(status ? [{ ...ANYTHING, statuses: [status] }] : []),
    ...(proof ? [{ ...ANYTHING, proofs: [proof] }] : []),
    ...(q ? [parseSearch(q)] : []),
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

/**
 * Whether a page is best read scope by scope. No index keeps several scopes in the log's order; what is sought besides
 * has an index of its own, unless it is what nearly all events are. Pure.
 */
export function isReadByScope({ scopes, resources, hashes, statuses, proofs }: Sought): boolean {
  const isSelective =
    resources.length > 0 ||
    hashes.length > 0 ||
    statuses.some((status) => status !== "received") ||
    proofs.some((proof) => proof !== "both");
  return scopes !== null && scopes.length > 1 && !isSelective;
}

function keyed(term: string): Sought {
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
      return { ...ANYTHING, hashes: [value] };
    case "body":
      return { ...ANYTHING, hashes: [term] };
    case "status": {
      const status = EVENT_STATUSES.find((known) => known === value.toLowerCase());
      return status ? { ...ANYTHING, statuses: [status] } : NOTHING;
    }
    case "proof": {
      const proof = PROOFS.find((known) => known === value.toLowerCase());
      return proof ? { ...ANYTHING, proofs: [proof] } : NOTHING;
    }
    default:
      return { ...ANYTHING, resources: [{ type: typeOf(key), id: value.replace(/^#/, "") }] };
  }
}

function free(query: string): Sought {
  if (/^[0-9a-f]{40}$/i.test(query)) return { ...ANYTHING, hashes: [query] };

  const resource = /^([a-z][a-z_-]*)\s*[ #]\s*#?([\w-]*\d[\w-]*)$/i.exec(query);
  if (resource) return about(typeOf(resource[1] ?? ""), resource[2] ?? "");
  if (/^#?[\w-]*\d[\w-]*$/.test(query)) return about(null, query.replace(/^#/, ""));

  const words = query.toLowerCase().split(" ");
  const scopes = CATALOGUE.filter(({ scope, title, isWildcard }) => {
    const described = `${scope} ${title}`.toLowerCase();
    return !isWildcard && words.every((word) => described.includes(word));
  }).map(({ scope }) => scope);
  if (query.includes("/") && !scopes.includes(query)) scopes.push(query);
  return scopes.length > 0 ? { ...ANYTHING, scopes } : about(null, query);
}

function about(type: string | null, id: string): Sought {
  return { ...ANYTHING, resources: [{ type, id }] };
}

/** What two filters ask for together. */
function both(one: Sought, other: Sought): Sought {
  return {
    scopes: common(one.scopes, other.scopes),
    groups: common(one.groups, other.groups),
    resources: [...one.resources, ...other.resources],
    hashes: [...one.hashes, ...other.hashes],
    statuses: [...one.statuses, ...other.statuses],
    proofs: [...one.proofs, ...other.proofs],
  };
}

function common<T>(one: readonly T[] | null, other: readonly T[] | null): readonly T[] | null {
  return one && other ? one.filter((each) => other.includes(each)) : (one ?? other);
}

function distinct(scopes: readonly string[]): string[] {
  return [...new Set(scopes)];
}

function typeOf(word: string): string {
  const lower = word.toLowerCase();
  return TYPE_WORDS[lower] ?? lower;
}

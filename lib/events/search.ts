import { CATALOGUE } from "#lib/catalogue/catalogue.ts";
import type { EventFilter, EventStatus } from "#lib/contract/events.ts";

/** What a person meant by a line in the search box. */
export type Search =
  | { kind: "resource"; type: string | null; id: string }
  | { kind: "hash"; hash: string }
  | { kind: "scopes"; scopes: string[] };

/** What a filter asks of an event. */
export interface Sought {
  /** One of these; null for any. Empty when what is asked for contradicts itself. */
  scopes: readonly string[] | null;
  /** All of these; a null type is any. */
  resources: readonly { type: string | null; id: string }[];
  hash: string | null;
  status: EventStatus | null;
}

/** Words that people use for a resource's type, where they differ from ours. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  orders: "order",
  products: "product",
  customers: "customer",
  carts: "cart",
};

/**
 * Reads the search box: an id ("1023", "#1023"), a resource ("order 1023", "order:1023"), a hash, a scope, or words
 * of an event type's title ("order created"). Whatever is none of these is taken for an id. Pure.
 */
export function parseSearch(text: string): Search {
  const query = text.trim().replace(/\s+/g, " ");
  if (/^[0-9a-f]{40}$/i.test(query)) return { kind: "hash", hash: query.toLowerCase() };
  if (query.startsWith("body:")) return { kind: "hash", hash: query };

  const resource = /^([a-z][a-z_-]*)\s*[: #]\s*#?([\w-]*\d[\w-]*)$/i.exec(query);
  if (resource) return { kind: "resource", type: typeOf(resource[1] ?? ""), id: resource[2] ?? "" };
  if (/^#?[\w-]*\d[\w-]*$/.test(query)) return { kind: "resource", type: null, id: query.replace(/^#/, "") };

  const words = query.toLowerCase().split(" ");
  const scopes = CATALOGUE.filter(({ scope, title, isWildcard }) => {
    const described = `${scope} ${title}`.toLowerCase();
    return !isWildcard && words.every((word) => described.includes(word));
  }).map(({ scope }) => scope);
  if (query.includes("/") && !scopes.includes(query)) scopes.push(query);
  return scopes.length > 0 ? { kind: "scopes", scopes } : { kind: "resource", type: null, id: query };
}

/** What the log's filter means, the search box included. Its period is not part of it. Pure. */
export function soughtBy({ scope, q, resource, status }: EventFilter): Sought {
  const search = q ? parseSearch(q) : null;
  const [type = "", ...id] = resource?.split(":") ?? [];
  const named = scope ? [...new Set(scope.split(","))] : null;
  const meant = search?.kind === "scopes" ? search.scopes : null;
  return {
    scopes: named && meant ? named.filter((one) => meant.includes(one)) : (named ?? meant),
    resources: [
      ...(resource ? [{ type, id: id.join(":") }] : []),
      ...(search?.kind === "resource" ? [{ type: search.type, id: search.id }] : []),
    ],
    hash: search?.kind === "hash" ? search.hash : null,
    status: status ?? null,
  };
}

/**
 * Whether a page is best read scope by scope. No index keeps several scopes in the log's order; what is sought besides
 * has an index of its own, unless it is what nearly all events are. Pure.
 */
export function isReadByScope({ scopes, resources, hash, status }: Sought): boolean {
  const isSelective = resources.length > 0 || hash !== null || (status !== null && status !== "received");
  return scopes !== null && scopes.length > 1 && !isSelective;
}

function typeOf(word: string): string {
  const lower = word.toLowerCase();
  return TYPE_WORDS[lower] ?? lower;
}

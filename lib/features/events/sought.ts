import type { EventStatus, Proof } from "#lib/contract/events.ts";
import type { EventGroup } from "#lib/contract/values/events.ts";

/** A thing by its type and id. */
export interface Thing {
  type: string;
  id: string;
}

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
  /** How a hash or a thing's id begins, with enough of it that few others begin so; null for any. */
  start: { of: "hash" | "resource"; text: string } | null;
  /** One of these things; null for any. */
  things: readonly Thing[] | null;
  /** What free text may mean, besides all of the above; null where there is none. */
  text: TextSought | null;
}

/** What free text may mean: any of it. */
export interface TextSought {
  /** Without asking what things are called. */
  plain: readonly Sought[];
  /** The text as what a thing is called. */
  names: readonly string[];
  /** The text as a line of the log: what a thing is called, and the event types that the rest tells of. */
  line: { names: readonly string[]; scopes: readonly string[] } | null;
}

export const ANYTHING: Sought = {
  scopes: null,
  groups: null,
  resources: [],
  hashes: [],
  statuses: [],
  proofs: [],
  start: null,
  things: null,
  text: null,
};

/** What two filters ask for together. Pure. */
export function both(one: Sought, other: Sought): Sought {
  return {
    scopes: common(one.scopes, other.scopes),
    groups: common(one.groups, other.groups),
    resources: [...one.resources, ...other.resources],
    hashes: [...one.hashes, ...other.hashes],
    statuses: [...one.statuses, ...other.statuses],
    proofs: [...one.proofs, ...other.proofs],
    start: one.start ?? other.start,
    things: common(one.things, other.things),
    // The search box alone has text, and has one.
    text: one.text ?? other.text,
  };
}

function common<T>(one: readonly T[] | null, other: readonly T[] | null): readonly T[] | null {
  return one && other ? one.filter((each) => other.includes(each)) : (one ?? other);
}

import type { GroupId } from "#lib/catalogue/types.ts";
import type { SourceEvent } from "#lib/contract/values/destinations.ts";

/** A title, and a sentence that says more. */
export type Titled = readonly [title: string, summary: string];

/** What is said of what event types leave out; see `limits.ts`. */
export interface LimitTexts {
  /** By path. */
  own: Readonly<Record<string, string>>;
  /** Things that have fewer events than one would expect, by how their paths start. */
  missing: Readonly<Record<string, string>>;
  wildcard: string;
  wildcardOfChannels: string;
  wildcardOfCarts: string;
  b2b: string;
  otherChannels: string;
  asterisk: string;
  metafieldDeleted: string;
  metafieldValue: string;
  deleted: string;
  created: string;
  updated: string;
  general: string;
}

/** What is said of single events in one language. Apart from the rest, because only the server says it. */
export interface EventTexts {
  /** What happened, by path without a channel; `{}` is the thing's label. */
  phrases: Readonly<Record<string, string>>;
  /** The same by the scope's last word, of metafields and of everything else. */
  metafieldPhrases: Readonly<Record<string, string>>;
  verbPhrases: Readonly<Record<string, string>>;
  /** Whether a thing's name begins with a small letter inside a sentence. */
  lowersNames: boolean;
  /** Whether a field's name does. */
  lowersFields: boolean;
  /** Said after a sentence: " (channel 2)". */
  channel: (id: string) => string;
  /** A thing, and what became of it: "Order 1100: Shipped → Completed". */
  told: (label: string, what: string) => string;
  /** What happened to the webhook of an event type, by that type's title. */
  source: Readonly<Record<SourceEvent, (title: string) => string>>;
  /** @param label The cart's. @param order The order's number. */
  becameOrder: (label: string, order: string) => string;
  /** Said behind what is shown of several changes. */
  more: (count: number) => string;
  /** By their ids. */
  orderStatuses: readonly string[];
}

/** The catalogue's words in one language. */
export interface CatalogueTexts {
  groups: Readonly<Record<GroupId, string>>;
  /** By id. */
  presets: Readonly<Record<string, Titled>>;
  /** By what follows `store/` in the scope. */
  entries: Readonly<Record<string, Titled>>;
  /** What a payload holds, by the English phrase for it. */
  contains: Readonly<Record<string, string>>;
  /** Names of things, by their type. */
  types: Readonly<Record<string, string>>;
  /** Said of an event type of one channel: "Channel order created, channel 2". */
  channelAfter: (title: string, id: string) => string;
  limits: LimitTexts;
}

/** The same words for the events of one channel. */
export function perChannel(entries: Readonly<Record<string, Titled>>): Record<string, Titled> {
  return Object.fromEntries(
    Object.entries(entries).map(([path, titled]) => [`channel/{channel_id}/${path}`, titled]),
  );
}

import { CATALOGUE, findEntry, GROUPS } from "#lib/catalogue/catalogue.ts";
import { partsOf, scopeForChannel } from "#lib/catalogue/scope.ts";
import type { CatalogueEntry } from "#lib/catalogue/types.ts";
import * as english from "#lib/messages/event-type-messages.ts";
import type { DescriptionOf } from "#lib/messages/event-type-descriptions.ts";
import type { CatalogueWords } from "#lib/messages/event-type-messages.ts";
import { needsSomeone } from "#lib/contract/values/verdicts.ts";
import type { SubscriptionList, SubscriptionView } from "#lib/contract/subscriptions.ts";

/** One event type on the screen: what the catalogue says of it, and what is known of it in this store. */
// A type, not an interface: BigDesign's table takes only rows that could have further keys.
export type WebhookRow = {
  /** The scope as registered: a template has its channel's id in it. */
  id: string;
  title: string;
  entry: CatalogueEntry | null;
  /** Undefined until the store's states are here. */
  view: SubscriptionView | undefined;
  /** A change is under way, to on or off; undefined when none is. */
  pending?: boolean | undefined;
  /** A run that is under way concerns it: what is about to be made is missing until it has been. */
  isInRun?: boolean;
  /** The sentence in which a search found its words, where neither title nor scope has them. */
  foundIn?: string;
};

export interface RowGroup {
  id: string;
  title: string;
  rows: WebhookRow[];
}

export const PILLS = ["attention", "on", "off", "unmanaged"] as const;
export type PillId = (typeof PILLS)[number];

export interface RowFilter {
  /** As typed. */
  text: string;
  pill: PillId | null;
  /** A verdict, `included`, or null for all. */
  state: string | null;
}

/** The wildcards of a group that are on. Pure. */
export const wildcardsOn = (rows: readonly WebhookRow[]): WebhookRow[] =>
  rows.filter((row) => isOn(row) && row.entry?.isWildcard === true);

/** Whether a row is on, off, or not known yet. */
export const isOn = (row: WebhookRow): boolean => row.view?.wanted === true;
/** Brought by a wildcard that is on, and not turned on by itself. */
export const isIncluded = (row: WebhookRow): boolean =>
  row.view?.wanted === false && row.view.includedBy !== null;
export const needsAttention = (row: WebhookRow): boolean =>
  row.view !== undefined && !row.isInRun && needsSomeone(row.view.health);

/** The color of a count of rows that need attention: red while events are being lost. Pure. */
export const attentionColor = (rows: readonly WebhookRow[]): "danger" | "warning" =>
  rows.some((row) => needsAttention(row) && row.view?.health.severity === "lost") ? "danger" : "warning";

const TECHNICAL_GROUPS: ReadonlySet<string> = new Set(["price-lists", "channels", "b2b"]);

/** Whether only a developer would look for the type: those of single channels, of B2B, of price lists, and metafields. */
const isTechnical = ({ id, entry }: WebhookRow): boolean =>
  TECHNICAL_GROUPS.has(entry?.group ?? "") || id.includes("/metafield/");

/** The groups for somebody who sees no technical details: technical types are there only where they matter. Pure. */
export function withoutTechnical(groups: readonly RowGroup[]): RowGroup[] {
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => !isTechnical(row) || isOn(row) || needsAttention(row)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** What rows need of the catalogue's words. */
type Words = Pick<CatalogueWords, "entryWords" | "groupTitle">;

const NONE: ReadonlyMap<string, boolean> = new Map();

/**
 * The catalogue's groups with what the store says about each event type. Per-channel types stand for `channelId`; those
 * of other channels follow where something is known of them. Without a list the names alone come. Pure.
 */
export function rowGroups(
  list: SubscriptionList | undefined,
  channelId: string,
  pending: ReadonlyMap<string, boolean> = NONE,
  words: Words = english,
): RowGroup[] {
  const views = new Map(
    list?.groups.flatMap(({ events }) => events.map((view) => [view.scope, view] as const)),
  );
  return GROUPS.map((whole) => {
    const { id } = whole;
    const rows = CATALOGUE.filter(({ group }) => group === id).map((entry) =>
      rowOf(words.entryWords(entry), views, channelId),
    );
    const known = new Set(rows.map((row) => row.id));
    const others = list?.groups.find((group) => group.id === id)?.events ?? [];
    const more = others
      .filter((view) => !known.has(view.scope) && !view.scope.includes("{"))
      .map((view): WebhookRow => {
        const entry = findEntry(view.scope);
        return { id: view.scope, title: view.title, entry: entry && words.entryWords(entry), view };
      });
    return {
      id,
      title: words.groupTitle(whole),
      rows: [...rows, ...more].map((row) => ({ ...row, pending: pending.get(row.id) })),
    };
  });
}

/**
 * `after` with every row and group of `before` that is the same in it, so that what did not change is not drawn again;
 * `before` itself when nothing did. Pure.
 */
export function withSameRows(before: readonly RowGroup[], after: readonly RowGroup[]): readonly RowGroup[] {
  const groups = after.map((group, index) => {
    const old = before[index];
    if (old?.id !== group.id) return group;
    const known = new Map(old.rows.map((row) => [row.id, row]));
    const rows = group.rows.map((row) => {
      const same = known.get(row.id);
      return same && isSameRow(same, row) ? same : row;
    });
    const isSame = rows.length === old.rows.length && rows.every((row, at) => row === old.rows[at]);
    return isSame ? old : { ...group, rows };
  });
  const isSame = groups.length === before.length && groups.every((group, at) => group === before[at]);
  return isSame ? before : groups;
}

function isSameRow(one: WebhookRow, other: WebhookRow): boolean {
  if (
    one.isInRun !== other.isInRun ||
    one.pending !== other.pending ||
    one.entry !== other.entry ||
    one.title !== other.title
  )
    return false;
  return one.view === other.view || JSON.stringify(one.view) === JSON.stringify(other.view);
}

function rowOf(
  entry: CatalogueEntry,
  views: ReadonlyMap<string, SubscriptionView>,
  channelId: string,
): WebhookRow {
  const id = scopeForChannel(entry.scope, channelId);
  const view = views.get(id) ?? views.get(entry.scope);
  return { id, title: entry.title, entry, view: view && { ...view, scope: id, title: entry.title } };
}

/**
 * The groups that still have rows once the filter is applied. Words may be in any order, in the title, the scope, the
 * group's name or the sentence about the type. Pure.
 * @param descriptionOf Tells those sentences; undefined before it is there.
 */
export function filteredGroups(
  groups: readonly RowGroup[],
  filter: RowFilter,
  descriptionOf?: DescriptionOf,
): RowGroup[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows
        .filter((row) => fitsPill(row, filter.pill) && fitsState(row, filter.state))
        .flatMap((row) => {
          const named = `${row.title} ${row.id} ${group.title}`;
          if (hasWords(named, words)) return [row];
          const summary = descriptionOf?.(row.id)?.summary ?? "";
          return hasWords(`${named} ${summary}`, words) ? [{ ...row, foundIn: summary }] : [];
        }),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function hasWords(text: string, words: readonly string[]): boolean {
  const sought = text.toLowerCase();
  return words.every((word) => sought.includes(word));
}

function fitsPill(row: WebhookRow, pill: PillId | null): boolean {
  if (pill === null) return true;
  if (pill === "attention") return needsAttention(row);
  if (pill === "on") return isOn(row);
  if (pill === "off") return row.view?.wanted === false;
  return false; // what is not managed has a list of its own
}

function fitsState(row: WebhookRow, state: string | null): boolean {
  if (state === null) return true;
  if (state === "included") return isIncluded(row);
  return !isIncluded(row) && row.view?.health.verdict === state;
}

/** Groups worth opening by themselves: something is on there, or needs somebody. Pure. */
export function groupsToOpen(groups: readonly RowGroup[]): string[] {
  return groups
    .filter(({ rows }) => rows.some((row) => isOn(row) || needsAttention(row)))
    .map(({ id }) => id);
}

/** How many rows each pill would leave. Pure. */
export function pillCounts(groups: readonly RowGroup[], strays: number): Record<PillId, number> {
  const rows = groups.flatMap((group) => group.rows);
  return {
    attention: rows.filter(needsAttention).length,
    on: rows.filter(isOn).length,
    off: rows.filter((row) => row.view?.wanted === false).length,
    unmanaged: strays,
  };
}

/** Rows of a group that "Turn on all" turns on: single events that nothing brings yet, or each would arrive twice. Pure. */
export function toTurnOn(rows: readonly WebhookRow[]): WebhookRow[] {
  return rows.filter((row) => row.view?.wanted === false && !isIncluded(row) && !row.entry?.isWildcard);
}

/** The row of a scope, also of a channel that is not the chosen one; null for what is no event type. Pure. */
export function rowOfScope(
  groups: readonly RowGroup[],
  list: SubscriptionList | undefined,
  scope: string,
  words: Words = english,
): WebhookRow | null {
  const shown = groups.flatMap(({ rows }) => rows).find(({ id }) => id === scope);
  if (shown) return shown;
  const entry = findEntry(scope);
  if (!entry) return null;
  const { channelId } = partsOf(scope);
  return rowOf(
    words.entryWords(entry),
    new Map(list?.groups.flatMap(({ events }) => events.map((view) => [view.scope, view]))),
    channelId ?? "1",
  );
}

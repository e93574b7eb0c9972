import { z } from "zod";
import { isPersonal } from "./personal.ts";
import { differences, type Difference } from "./difference.ts";
import type { KindName } from "./kinds.ts";
import { idsToName } from "./names.ts";

/** Differences that a headline keeps. */
const KEPT_MAX = 4;
/** Longer texts do not fit into a line. */
const CHARACTERS_MAX = 80;

/** What people look for first, the foremost first; whatever else comes after, in its own order. */
const FIRST = [
  "status",
  "payment_status",
  "name",
  "price",
  "sale_price",
  "inventory_level",
  "is_visible",
  "total_inc_tax",
];

const Leaf = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Kept = z.array(
  z.object({
    path: z.array(z.string()),
    kind: z.enum(["added", "removed", "changed"]),
    before: Leaf,
    after: Leaf,
  }),
);

/**
 * What is different between two states, in short: what fits into a line of the log and can be said there, what matters
 * most first. Numbers of other things are left out. Null when nothing is left. Pure.
 */
export function headlineOf(before: unknown, after: unknown): Difference[] | null {
  const kept = inShort(differences(before, after));
  return kept.length > 0 ? kept : null;
}

/** Those differences that a line says, what matters most first. Pure. */
export function inShort(differing: readonly Difference[]): Difference[] {
  const fitting = differing.filter(
    (each) => idsToName([each]).size === 0 && [each.before, each.after].every(fits),
  );
  const rank = ({ path }: Difference) =>
    (FIRST.indexOf(path.join(".")) + FIRST.length + 1) % (FIRST.length + 1);
  return fitting.toSorted((one, other) => rank(one) - rank(other)).slice(0, KEPT_MAX);
}

/** A headline as it was kept, without what tells of a person for those who may not see it. Pure. */
export function readHeadline(kind: KindName, kept: unknown, maySeePersonal: boolean): Difference[] {
  const read = Kept.safeParse(kept).data ?? [];
  return read.filter(({ path }) => maySeePersonal || !isPersonal(kind, path));
}

const fits = (value: Difference["after"]): boolean => String(value).length <= CHARACTERS_MAX;

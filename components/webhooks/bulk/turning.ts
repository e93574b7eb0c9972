import { coveringWildcards } from "#lib/catalogue/catalogue.ts";
import { partsOf } from "#lib/catalogue/scope.ts";
import { isIncluded, isOn, type WebhookRow } from "#components/webhooks/rows.ts";

/** Event types that are turned on or off together, with what that comes to. */
export interface Turning {
  wanted: boolean;
  scopes: string[];
  /** On already, and brought by a wildcard among the scopes as well: to be turned off once that is on. */
  replaced: string[];
  /** Those of single channels whose events arrive already, for the whole store. */
  repeats: string[];
  /** Whether some of them come in thousands a day. */
  isBusy: boolean;
}

/** From this many on, turning on asks first. */
const ASK_FROM = 21;
/** Groups whose events a store can send by the thousand. */
const BUSY_GROUPS: ReadonlySet<string> = new Set(["products", "inventory", "carts"]);

/**
 * What turning these on comes to. What is on or brought by a wildcard already is left out, and so is a wildcard whose
 * members are chosen beside it: each of their events would arrive twice. Pure.
 * @param scopes What was chosen; one that has no row is taken as it is.
 * @param rows All rows of the screen.
 */
export function turningOn(scopes: readonly string[], rows: readonly WebhookRow[]): Turning {
  const byScope = new Map(rows.map((row) => [row.id, row]));
  const missing = scopes.filter((scope) => {
    const row = byScope.get(scope);
    return !row || (!isOn(row) && !isIncluded(row));
  });
  const besideMembers = new Set(missing.flatMap(coveringWildcards));
  const chosen = missing.filter((scope) => !besideMembers.has(scope));
  const asSet = new Set(chosen);
  const arrives = (scope: string) => {
    const row = byScope.get(scope);
    return asSet.has(scope) || (row !== undefined && (isOn(row) || isIncluded(row)));
  };
  return {
    wanted: true,
    scopes: chosen,
    replaced: rows
      .filter((row) => isOn(row) && coveringWildcards(row.id).some((one) => asSet.has(one)))
      .map(({ id }) => id),
    repeats: chosen.filter((scope) => {
      const { path, channelId } = partsOf(scope);
      return channelId !== null && arrives(`store/${path}`);
    }),
    isBusy: chosen.some((scope) => BUSY_GROUPS.has(byScope.get(scope)?.entry?.group ?? "")),
  };
}

/** What turning these off comes to; what is off already is left out. Pure. */
export function turningOff(scopes: readonly string[], rows: readonly WebhookRow[]): Turning {
  const off = new Set(rows.filter((row) => !isOn(row)).map(({ id }) => id));
  return {
    wanted: false,
    scopes: scopes.filter((scope) => !off.has(scope)),
    replaced: [],
    repeats: [],
    isBusy: false,
  };
}

/** Whether a person should be sure: events would stop, come twice or be replaced, or it is a lot. Pure. */
export function mustAsk({ wanted, scopes, replaced, repeats }: Turning): boolean {
  return !wanted || scopes.length >= ASK_FROM || replaced.length > 0 || repeats.length > 0;
}

import type { FieldChange } from "#lib/contract/changes.ts";
import type { Difference } from "#lib/features/enrichment/difference.ts";
import { inShort } from "#lib/features/enrichment/headline.ts";
import type { KnownState } from "#lib/features/enrichment/known.records.ts";
import { labelOf, totalOf } from "#lib/features/enrichment/label.ts";
import { jsonOf } from "#lib/features/events/body.ts";
import { UNREAD, type KnownThing } from "#lib/messages/describe-event.ts";
import { isCurrency, isMoney } from "#lib/messages/format/money.ts";
import { catalogueWordsHere } from "#lib/messages/here.ts";
import { isRecord } from "#lib/platform/bigcommerce/fields.ts";
import type { ForwardedEvent } from "./event.ts";
import { knownOf } from "./payload.ts";

/** What happened, in words, with what was read of the thing: "Cotton Tea Towels: price USD 21.00 → 20.50". Pure. */
export function titleOf(event: ForwardedEvent, sendsPersonal: boolean): string {
  const { describeEvent } = catalogueWordsHere();
  return describeEvent(event.scope, jsonOf(event.body).data, thingKnown(event, sendsPersonal));
}

function thingKnown(event: ForwardedEvent, sendsPersonal: boolean): KnownThing {
  const { thing, changes } = knownOf(event, sendsPersonal);
  if (!isRecord(thing)) return UNREAD;
  const state = stateOf(event, thing);
  const told = inShort(changes.flatMap((change) => differenceOf(change) ?? []));
  const currency = isCurrency(state.currency) ? state.currency : null;
  return {
    ...labelOf(state, null, true),
    total: totalOf(state),
    changes: told.map((each): FieldChange => ({
      ...each,
      beforeName: null,
      afterName: null,
      isMasked: false,
      currency: isMoney(each.path) ? currency : null,
    })),
  };
}

/** A thing as the log's lines know it. Where people were taken out of it, their fields are missing. */
function stateOf(
  { resourceType, resourceId }: Pick<ForwardedEvent, "resourceType" | "resourceId">,
  thing: Readonly<Record<string, unknown>>,
): KnownState {
  const text = (name: string) => {
    const value = thing[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : null;
  };
  return {
    type: resourceType ?? "",
    id: resourceId ?? "",
    name: text("name"),
    firstName: text("first_name"),
    lastName: text("last_name"),
    company: text("company"),
    email: text("email"),
    billing: thing.billing_address ?? null,
    options: thing.option_values ?? null,
    sku: text("sku"),
    productId: null,
    total: text("total_inc_tax"),
    currency: text("currency_code"),
  };
}

/** A change of a field that holds no others; null of any other. */
function differenceOf(change: { field: string; before: unknown; after: unknown }): Difference | null {
  const { field, before, after } = change;
  if (!isLeaf(before) || !isLeaf(after)) return null;
  return { path: field.split("."), kind: "changed", before, after };
}

const isLeaf = (value: unknown): value is Difference["before"] =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

import { partsOf } from "#lib/catalogue/scope.ts";
import { isRecord } from "#lib/platform/bigcommerce/fields.ts";
import type { Difference, Leaf } from "./difference.ts";
import type { KindName } from "./kinds.ts";
import { buyerOf } from "./label.ts";

/** What people look for first in a thing, by BigCommerce's names of the fields. */
const FIELDS: Readonly<Record<KindName, readonly string[]>> = {
  order: ["items_total", "total_inc_tax", "status", "payment_method"],
  product: ["name", "sku", "price", "inventory_level", "is_visible"],
  variant: ["sku", "price", "inventory_level"],
  category: ["name", "is_visible"],
  customer: ["first_name", "last_name", "company", "email", "phone"],
};

/** Scopes that tell of a thing itself being made, as they are without a channel. */
const CREATED: Readonly<Record<KindName, string>> = {
  order: "order/created",
  product: "product/created",
  variant: "sku/created",
  category: "category/created",
  customer: "customer/created",
};

/** Whether an event is the making of the thing that it is about, and not of a part of it. Pure. */
export function isCreation(scope: string, kind: KindName): boolean {
  return partsOf(scope).path === CREATED[kind];
}

/** What a thing is like, in the form of differences from nothing: empty fields are left out. Pure. */
export function stateNow(kind: KindName, body: unknown): Difference[] {
  if (!isRecord(body)) return [];
  const email = isRecord(body.billing_address) ? body.billing_address.email : null;
  const fields: [path: string[], value: unknown][] = [
    ...(kind === "order"
      ? ([
          [["customer"], buyerOf(body.billing_address)],
          [["billing_address", "email"], email],
        ] satisfies [string[], unknown][])
      : []),
    ...FIELDS[kind].map((name): [string[], unknown] => [[name], body[name]]),
  ];
  return fields.flatMap(([path, value]) =>
    isTold(value) ? [{ path, kind: "added", before: null, after: value } as const] : [],
  );
}

const isTold = (value: unknown): value is Exclude<Leaf, null> =>
  typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && value !== "");

import type { Difference } from "./difference.ts";
import { isKind, type KindName } from "./kinds.ts";

/** What a customer's record holds that tells nothing of the person. */
const HARMLESS_OF_CUSTOMERS: ReadonlySet<string> = new Set([
  "id",
  "customer_group_id",
  "address_count",
  "attribute_count",
  "date_created",
  "date_modified",
  "origin_channel_id",
  "channel_ids",
  "accepts_product_review_abandoned_cart_emails",
]);
/** Names of fields under which people stand, whatever the thing. */
const PERSONAL =
  /^(?:billing_address|shipping_addresses|addresses|customer|customer_message|staff_notes|ip_address|ip_address_v6|geoip_.*|form_fields|.*email.*|.*phone.*|first_name|last_name|company|street_.*|address\d?)$/;

/**
 * Whether a field tells of a person: a name, an address, an e-mail address, a telephone number, or what people wrote. Of a
 * customer everything does, save what is known not to. Products, variants and categories name no person. Pure.
 */
export function isPersonal(kind: KindName, path: readonly string[]): boolean {
  if (kind === "customer") return !HARMLESS_OF_CUSTOMERS.has(path[0] ?? "");
  return kind === "order" && path.some((name) => PERSONAL.test(name));
}

/** A thing without its fields that tell of a person; nothing is left of what is no thing that is read. Pure. */
export function withoutPersonal(type: string | null, thing: unknown): unknown {
  return type !== null && isKind(type) ? stripped(type, thing, []) : null;
}

function stripped(kind: KindName, value: unknown, path: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => stripped(kind, each, path));
  const kept = Object.entries(value).filter(([name]) => !isPersonal(kind, [...path, name]));
  return Object.fromEntries(kept.map(([name, each]) => [name, stripped(kind, each, [...path, name])]));
}

/** A difference as one person may see it. */
export interface ShownDifference extends Difference {
  /** It tells of a person; that it changed may be seen, what it was and is may not. */
  isMasked: boolean;
}

/** Hides the values of personal fields from those who may not see them. Pure. */
export function masked(
  kind: KindName,
  differences: readonly Difference[],
  maySeePersonal: boolean,
): ShownDifference[] {
  return differences.map((each) => {
    const isMasked = !maySeePersonal && isPersonal(kind, each.path);
    return isMasked ? { ...each, before: null, after: null, isMasked } : { ...each, isMasked };
  });
}

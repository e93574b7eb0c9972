import type { Resource } from "./resource.ts";

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ["sku", "SKU"],
  ["cart_line_item", "Cart item"],
]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/**
 * A thing's name for a person, such as "Order 1023" or "Price list 5". UUIDs are cut to their first eight
 * digits, which are enough to tell things apart in a list.
 */
export function resourceLabel({ type, id }: Resource): string {
  const words = type.replaceAll("_", " ");
  const name = TYPE_NAMES.get(type) ?? words.charAt(0).toUpperCase() + words.slice(1);
  return `${name} ${UUID.test(id) ? `${id.slice(0, 8)}…` : id}`;
}

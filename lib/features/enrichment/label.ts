import { isRecord } from "#lib/platform/bigcommerce/fields.ts";
import type { KnownState } from "./known.records.ts";

/**
 * What a thing is called, and whose it is: a product and a category by their names, a variant by its product and its
 * options, a customer by theirs, an order by its number. Nothing of a person for those who may not see it. Pure.
 */
export function labelOf(
  state: KnownState,
  productName: string | null,
  seesPersonal: boolean,
): { name: string | null; person: string | null } {
  switch (state.type) {
    case "product":
    case "category":
      return { name: textOf(state.name), person: null };
    case "variant":
      return { name: variantName(state, productName), person: null };
    case "customer":
      return { name: seesPersonal ? personOf(state) : null, person: null };
    case "order":
      return { name: null, person: seesPersonal ? buyerOf(state.billing) : null };
    default:
      return { name: null, person: null };
  }
}

/** What an order comes to; null for other things. Pure. */
export function totalOf({
  type,
  total,
  currency,
}: Pick<KnownState, "type" | "total" | "currency">): { amount: number; currency: string | null } | null {
  const amount = type === "order" && textOf(total) !== null ? Number(total) : Number.NaN;
  return Number.isFinite(amount) ? { amount, currency } : null;
}

type Names = Pick<KnownState, "firstName" | "lastName" | "company" | "email">;

/** A person's name, or else what tells them from others; null where nothing is told. Pure. */
export function personOf({ firstName, lastName, company, email }: Names): string | null {
  const name = [firstName, lastName].flatMap((part) => textOf(part) ?? []).join(" ");
  return textOf(name) ?? textOf(company) ?? textOf(email);
}

/** Whose order it is, from its billing address. Pure. */
export function buyerOf(billing: unknown): string | null {
  if (!isRecord(billing)) return null;
  const text = (name: string) => (typeof billing[name] === "string" ? billing[name] : null);
  return personOf({
    firstName: text("first_name"),
    lastName: text("last_name"),
    company: text("company"),
    email: text("email"),
  });
}

function variantName({ options, sku }: KnownState, productName: string | null): string | null {
  const labels = Array.isArray(options)
    ? options.flatMap((option) =>
        isRecord(option) && typeof option.label === "string" ? [option.label] : [],
      )
    : [];
  const which = labels.length > 0 ? labels.join(", ") : textOf(sku);
  if (productName === null) return textOf(sku);
  return which === null ? productName : `${productName} (${which})`;
}

const textOf = (text: string | null): string | null =>
  text === null || text.trim() === "" ? null : text.trim();

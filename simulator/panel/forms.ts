import { z } from "zod";
import type { ShopAction } from "#simulator/shop/actions.ts";
import { chooseAction, choosePurchase } from "#simulator/shop/choose.ts";
import { ShopError } from "#simulator/shop/find.ts";
import type { Random } from "#simulator/shop/random.ts";
import type { ShopState } from "#simulator/shop/state.ts";

/** What a person can do to a shop from the panel, and what its button says. */
export const PANEL_ACTIONS = {
  "place-order": "Place an order",
  "change-status": "Change order status",
  "change-price": "Change a price",
  "change-stock": "Change stock",
  "edit-customer": "Edit a customer",
  "abandon-cart": "Abandon a cart",
} as const;

export type PanelAction = keyof typeof PANEL_ACTIONS;

const id = z.coerce.number().int().positive();

/** A product, or one of its variants after a colon, as the value of one select: `77` or `79:301`. */
const place = z
  .string()
  .regex(/^\d{1,9}(:\d{1,9})?$/)
  .transform((text) => {
    const [productId, variantId] = text.split(":");
    return { productId: Number(productId), variantId: variantId === undefined ? null : Number(variantId) };
  });

/** An empty field means that the value stays. */
const optionalText = z
  .string()
  .trim()
  .max(200)
  .transform((text) => (text === "" ? undefined : text))
  .optional();

const FORMS = {
  "place-order": z
    .object({ customerId: id, item: place, quantity: z.coerce.number().int().min(1).max(99) })
    .transform(({ customerId, item, quantity }): ShopAction => ({
      kind: "place-order",
      customerId,
      ...item,
      quantity,
    })),
  "change-status": z
    .object({ orderId: id, statusId: z.coerce.number().int().min(0) })
    .transform((input): ShopAction => ({ kind: "change-status", ...input })),
  "change-price": z
    .object({ productId: id, price: z.coerce.number().min(0).max(100_000) })
    .transform(({ productId, price }): ShopAction => ({
      kind: "change-price",
      productId,
      priceCents: Math.round(price * 100),
    })),
  "change-stock": z
    .object({ item: place, stock: z.coerce.number().int().min(0).max(1_000_000) })
    .transform(({ item, stock }): ShopAction => ({ kind: "change-stock", ...item, stock })),
  "edit-customer": z
    .object({
      customerId: id,
      firstName: optionalText,
      lastName: optionalText,
      email: z.preprocess((text) => (text === "" ? undefined : text), z.email().optional()),
    })
    .transform((input): ShopAction => ({ kind: "edit-customer", ...input })),
  "abandon-cart": z.object({ customerId: id, item: place }).transform(({ customerId, item }): ShopAction => ({
    kind: "abandon-cart",
    customerId,
    ...item,
    quantity: 1,
  })),
} satisfies Record<PanelAction, z.ZodType<ShopAction>>;

/** Whether this is the name of an action of the panel. */
export function isPanelAction(name: string): name is PanelAction {
  return Object.hasOwn(PANEL_ACTIONS, name);
}

/**
 * Reads an action from a form's fields. With no field at all, as from the quick buttons, something in the shop that
 * suits is chosen. Throws z.ZodError for a field that makes no sense, ShopError when nothing in the shop suits.
 */
export function readAction(
  name: PanelAction,
  fields: Record<string, unknown>,
  shop: ShopState,
  random: Random,
): ShopAction {
  if (Object.keys(fields).length > 0) return FORMS[name].parse(fields);
  const chosen = name === "abandon-cart" ? chooseLostCart(shop, random) : chooseAction(shop, name, random);
  if (!chosen) throw new ShopError("The shop has nothing left that suits");
  return chosen;
}

/** A shopper who comes and goes at once, rather than one who came before. */
function chooseLostCart(shop: ShopState, random: Random): ShopAction | undefined {
  const purchase = choosePurchase(shop, random);
  return purchase && { kind: "abandon-cart", ...purchase };
}

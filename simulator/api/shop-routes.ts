import { type Context, Hono } from "hono";
import type { SimulatedStore } from "#simulator/world/store.ts";
import {
  addressResource,
  cartResource,
  categoryResource,
  customerResource,
  orderResource,
  productResource,
  shipmentResource,
  variantResource,
} from "#simulator/shop/resources.ts";
import { CATEGORIES } from "#simulator/shop/seed-data.ts";
import type { ShopState } from "#simulator/shop/state.ts";

const STATUS_CODES_PAGE = "/api-docs/getting-started/api-status-codes";
const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 250;

/**
 * What an app may read of a shop, to be mounted under `/stores/:hash` behind the token check. V2 answers are bare,
 * V3 answers sit in `{data, meta}`; what is gone answers 404. Source: BigCommerce docs, REST Management APIs.
 */
export function shopRoutes(store: (hash: string) => SimulatedStore | undefined): Hono {
  const routes = new Hono();
  const shopOf = (context: Context): ShopState | undefined => store(context.req.param("hash") ?? "")?.shop;
  const customerOf = (shop: ShopState, id: number) => shop.customers.find((customer) => customer.id === id);
  const orderOf = (context: Context) => find(shopOf(context)?.orders, context.req.param("id"));
  const productOf = (context: Context) => find(shopOf(context)?.products, context.req.param("id"));

  routes.get("/v2/orders", (context) => {
    const shop = shopOf(context);
    const { items } = page(sorted(shop?.orders ?? [], context.req.query("sort")), context);
    // V2 has no body for an empty list.
    if (!shop || items.length === 0) return context.body(null, 204);
    return context.json(items.map((order) => orderResource(order, customerOf(shop, order.customerId))));
  });
  routes.get("/v2/orders/:id", (context) => {
    const shop = shopOf(context);
    const order = orderOf(context);
    if (!shop || !order) return absentV2(context);
    return context.json(orderResource(order, customerOf(shop, order.customerId)));
  });
  routes.get("/v2/orders/:id/shipments/:shipmentId", (context) => {
    const order = orderOf(context);
    const shipment = find(order?.shipments, context.req.param("shipmentId"));
    return order && shipment ? context.json(shipmentResource(order, shipment)) : absentV2(context);
  });

  routes.get("/v3/catalog/products", (context) =>
    list(context, sorted(shopOf(context)?.products ?? [], sortOfCatalog(context)), productResource),
  );
  routes.get("/v3/catalog/products/:id", (context) => {
    const product = productOf(context);
    return product ? one(context, productResource(product)) : absentV3(context, "product");
  });
  routes.get("/v3/catalog/products/:id/variants/:variantId", (context) => {
    const product = productOf(context);
    const variant = find(product?.variants, context.req.param("variantId"));
    return product && variant
      ? one(context, variantResource(product, variant))
      : absentV3(context, "product variant");
  });

  routes.get("/v3/catalog/variants", (context) => {
    const products = shopOf(context)?.products ?? [];
    const all = products.flatMap((product) =>
      product.variants.map((variant) => ({ id: variant.id, product, variant })),
    );
    return list(context, all, ({ product, variant }) => variantResource(product, variant), "id");
  });
  routes.get("/v3/catalog/trees/categories", (context) =>
    list(context, CATEGORIES, categoryResource, "category_id:in"),
  );

  routes.get("/v3/customers", (context) => list(context, shopOf(context)?.customers ?? [], customerResource));
  routes.get("/v3/customers/addresses", (context) => {
    const customers = shopOf(context)?.customers ?? [];
    const all = customers.flatMap((customer) =>
      customer.addresses.map((address) => ({ id: address.id, customer, address })),
    );
    return list(context, all, ({ customer, address }) => addressResource(customer, address));
  });

  routes.get("/v3/carts/:id", (context) => {
    const shop = shopOf(context);
    const cart = shop?.carts.find(({ id }) => id === context.req.param("id"));
    if (!shop || !cart) return absentV3(context, "cart");
    return one(context, cartResource(cart, customerOf(shop, cart.customerId)));
  });
  return routes;
}

function find<Item extends { id: number }>(items: readonly Item[] | undefined, id: string | undefined) {
  return items?.find((item) => String(item.id) === id);
}

function one(context: Context, data: object) {
  return context.json({ data, meta: {} });
}

function list<Item extends { id: number }>(
  context: Context,
  all: readonly Item[],
  show: (item: Item) => object,
  filter = "id:in",
) {
  // A filter that a list does not have is ignored, and brings everything.
  const wantedIds = context.req.query(filter)?.split(",");
  const matching = wantedIds ? all.filter(({ id }) => wantedIds.includes(String(id))) : all;
  const { items, number, limit } = page(matching, context);
  const pages = Math.ceil(matching.length / limit);
  const pagination = {
    total: matching.length,
    count: items.length,
    per_page: limit,
    current_page: number,
    total_pages: pages,
    links: {
      ...(number > 1 && { previous: `?page=${number - 1}&limit=${limit}` }),
      current: `?page=${number}&limit=${limit}`,
      ...(number < pages && { next: `?page=${number + 1}&limit=${limit}` }),
    },
  };
  return context.json({ data: items.map(show), meta: { pagination } });
}

/** By when they changed, where the request asks for that: `date_modified:desc`. Any other order is our own. */
function sorted<Item extends { updatedAt: string }>(all: readonly Item[], sort: string | undefined) {
  const [field, direction] = sort?.split(":") ?? [];
  if (field !== "date_modified") return all;
  const rising = all.toSorted((before, after) => (before.updatedAt < after.updatedAt ? -1 : 1));
  return direction === "desc" ? rising.toReversed() : rising;
}

/** The catalogue names field and direction apart. */
function sortOfCatalog(context: Context): string {
  return `${context.req.query("sort") ?? ""}:${context.req.query("direction") ?? "asc"}`;
}

function page<Item>(all: readonly Item[], context: Context) {
  const number = positive(context.req.query("page")) ?? 1;
  const limit = Math.min(positive(context.req.query("limit")) ?? LIMIT_DEFAULT, LIMIT_MAX);
  return { items: all.slice((number - 1) * limit, number * limit), number, limit };
}

function positive(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function absentV2(context: Context) {
  return context.json([{ status: 404, message: "The requested resource was not found." }], 404);
}

function absentV3(context: Context, what: string) {
  return context.json({ status: 404, title: `The ${what} was not found.`, type: STATUS_CODES_PAGE }, 404);
}

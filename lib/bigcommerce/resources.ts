import { z } from "zod";
import type { StoreApi } from "./client.ts";
import { NotFound } from "./errors.ts";

/** The things that can be read, and where. */
const LISTS = {
  product: {
    path: "/v3/catalog/products",
    filter: "id:in",
    id: "id",
    newestFirst: "sort=date_modified&direction=desc",
  },
  variant: { path: "/v3/catalog/variants", filter: "id:in", id: "id", newestFirst: "" },
  category: {
    path: "/v3/catalog/trees/categories",
    filter: "category_id:in",
    id: "category_id",
    newestFirst: "",
  },
  customer: { path: "/v3/customers", filter: "id:in", id: "id", newestFirst: "sort=date_modified:desc" },
} as const;

const Thing = z.record(z.string(), z.unknown());
const List = z.object({ data: z.array(Thing) });

/** A thing as BigCommerce answered it. */
export type Thing = z.infer<typeof Thing>;

/**
 * Reads things of one type, as they are now.
 * @param ids Of an order one alone, of the others as many as fit on a page (250).
 * @returns those that exist, by id; what is deleted is missing.
 * @throws what `StoreApi.call` throws; an order that is not there is no error.
 * Source: BigCommerce docs, Orders V2, Catalog V3 and Customers V3.
 */
export async function readThings(
  api: StoreApi,
  type: "order" | keyof typeof LISTS,
  ids: readonly string[],
): Promise<Map<string, Thing>> {
  if (type === "order") return readOrders(api, ids);
  const { path, filter, id } = LISTS[type];
  const query = `${filter}=${ids.map(encodeURIComponent).join(",")}&limit=${ids.length}`;
  const { data } = await api.call("GET", `${path}?${query}`, List);
  return new Map(data.map((thing) => [String(thing[id]), thing]));
}

/**
 * Reads a page of things of one type by one call: those that changed last, where BigCommerce sorts by that.
 * @param limit At most 250.
 * @returns them by id.
 * @throws what `StoreApi.call` throws.
 * Source: BigCommerce docs, Orders V2, Catalog V3 and Customers V3.
 */
export async function readNewest(
  api: StoreApi,
  type: "order" | keyof typeof LISTS,
  limit: number,
): Promise<Map<string, Thing>> {
  if (type === "order") {
    const path = `/v2/orders?sort=date_modified:desc&limit=${limit}`;
    // V2 has no body where nothing is found.
    const orders = await api.call("GET", path, z.array(Thing).optional());
    return new Map((orders ?? []).map((order) => [String(order.id), order]));
  }
  const { path, id, newestFirst } = LISTS[type];
  const { data } = await api.call("GET", `${path}?${newestFirst}&limit=${limit}`, List);
  return new Map(data.map((thing) => [String(thing[id]), thing]));
}

async function readOrders(api: StoreApi, ids: readonly string[]): Promise<Map<string, Thing>> {
  const found = new Map<string, Thing>();
  for (const id of ids) {
    try {
      const order = await api.call("GET", `/v2/orders/${encodeURIComponent(id)}`, Thing);
      // A deleted order is archived: it can be read, and says so itself.
      if (order.is_deleted !== true) found.set(id, order);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return found;
}

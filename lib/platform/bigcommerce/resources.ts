import type { StoreApi } from "./client.ts";
import { NotFound } from "./errors.ts";
import { asFlag, asName, Fields, isRecord, NoAnswer, type Oddities } from "./fields.ts";

/**
 * The things that can be read, and where. Variants have no list of ids to ask for, and an unknown filter is ignored, which
 * brings everything. Source: BigCommerce docs, Catalog V3 and Customers V3.
 */
const LISTS = {
  product: {
    path: "/v3/catalog/products",
    filter: "id:in",
    id: "id",
    newestFirst: "sort=date_modified&direction=desc",
  },
  variant: { path: "/v3/catalog/variants", filter: "id", id: "id", newestFirst: "" },
  category: {
    path: "/v3/catalog/trees/categories",
    filter: "category_id:in",
    id: "category_id",
    newestFirst: "",
  },
  customer: { path: "/v3/customers", filter: "id:in", id: "id", newestFirst: "sort=date_modified:desc" },
} as const;

/** A thing as BigCommerce answered it. */
export type Thing = Readonly<Record<string, unknown>>;

/** What an answer tells of the things that were asked for. */
export interface ThingsRead {
  /** Those that exist, by id. */
  things: Map<string, Thing>;
  /** Ids of which the answer does not tell whether they exist; what is in neither is deleted. */
  unreadable: string[];
}

/**
 * Reads things of one type, as they are now.
 * @param ids Of an order or a variant one alone, of the others as many as fit on a page (250).
 * @throws what `StoreApi.call` throws; an order that is not there is no error.
 * Source: BigCommerce docs, Orders V2, Catalog V3 and Customers V3.
 */
export async function readThings(
  api: StoreApi,
  type: "order" | keyof typeof LISTS,
  ids: readonly string[],
): Promise<ThingsRead> {
  if (type === "order") return { things: await readOrders(api, ids), unreadable: [] };
  const { path, filter, id } = LISTS[type];
  const query = `${filter}=${ids.map(encodeURIComponent).join(",")}&limit=${ids.length}`;
  const { things, isWhole } = await api.call("GET", `${path}?${query}`, listReader(id));
  const asked = new Set(ids);
  const isFiltered = [...things.keys()].every((each) => asked.has(each));
  const missing = ids.filter((each) => !things.has(each));
  return {
    things: new Map([...things].filter(([each]) => asked.has(each))),
    // A page that holds what no one asked for has no room for the rest.
    unreadable: isWhole && isFiltered ? [] : missing,
  };
}

/**
 * Reads a page of things of one type by one call: those that changed last, where BigCommerce sorts by that.
 * @param limit At most 250.
 * @returns them by id; what cannot be read is left out.
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
    return (await api.call("GET", path, readBareList)).things;
  }
  const { path, id, newestFirst } = LISTS[type];
  return (await api.call("GET", `${path}?${newestFirst}&limit=${limit}`, listReader(id))).things;
}

interface ListRead {
  things: Map<string, Thing>;
  /** Every entry could be read. */
  isWhole: boolean;
}

function listReader(id: string): (answer: unknown, odd: Oddities) => ListRead {
  return (answer, odd) => entriesById(Fields.ofAnswer(answer, odd).needList("data"), id, odd);
}

/** A list of V2, which has no body where nothing is found. */
function readBareList(answer: unknown, odd: Oddities): ListRead {
  const entries = Fields.ofAnswer({ list: answer ?? [] }, odd).needList("list");
  return entriesById(entries, "id", odd);
}

function entriesById(
  entries: readonly { value: unknown; place: string }[],
  id: string,
  odd: Oddities,
): ListRead {
  const found = new Map<string, Thing>();
  let isWhole = true;
  for (const { value, place } of entries) {
    const name = Fields.of(value, place, odd)?.need(id, asName) ?? null;
    if (name !== null && isRecord(value)) found.set(name, value);
    else isWhole = false;
  }
  return { things: found, isWhole };
}

async function readOrders(api: StoreApi, ids: readonly string[]): Promise<Map<string, Thing>> {
  const found = new Map<string, Thing>();
  for (const id of ids) {
    try {
      const order = await api.call("GET", `/v2/orders/${encodeURIComponent(id)}`, (answer, odd) =>
        readOrder(answer, id, odd),
      );
      if (order) found.set(id, order);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return found;
}

/** An order; null when it is deleted, which it says itself: it is archived, and can be read. */
function readOrder(answer: unknown, id: string, odd: Oddities): Thing | null {
  const order = Fields.ofAnswer(answer, odd);
  if (!isRecord(answer) || order.need("id", asName) !== id) throw new NoAnswer("id: of another order");
  return order.get("is_deleted", asFlag, false) ? null : answer;
}

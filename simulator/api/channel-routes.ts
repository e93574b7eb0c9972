import { Hono } from "hono";
import type { SimulatedStore } from "#simulator/world/store.ts";
import type { GateEnv } from "./gate.ts";

/** A second storefront and a marketplace beside the shop's own channel, so that there is something to choose. */
const BESIDES = [
  { id: 2, name: "Trade shop", type: "storefront", platform: "next" },
  { id: 664_182, name: "Market stall", type: "marketplace", platform: "custom" },
];

/** The list of a store's channels. Source: BigCommerce's OpenAPI file of Channels. */
export function channelRoutes(): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  routes.get("/", (context) => {
    const data = channelsOf(context.get("store"));
    const pagination = {
      total: data.length,
      count: data.length,
      per_page: 250,
      current_page: 1,
      total_pages: 1,
    };
    return context.json({ data, meta: { pagination } });
  });
  return routes;
}

function channelsOf({ name }: SimulatedStore) {
  const own = { id: 1, name, type: "storefront", platform: "bigcommerce" };
  return [own, ...BESIDES].map((channel) => ({
    ...channel,
    external_id: "",
    status: "active",
    is_listable_from_ui: true,
    is_visible: true,
    is_enabled: true,
    date_created: "2026-01-05T09:00:00Z",
    date_modified: "2026-01-05T09:00:00Z",
  }));
}

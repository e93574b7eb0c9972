import { Hono } from "hono";
import type { SimulatedStore } from "#simulator/world/store.ts";
import type { GateEnv } from "./gate.ts";

/**
 * The two calls of the V2 store information API.
 * Source: BigCommerce's OpenAPI file of Store Information.
 */
export function storeRoutes(): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  routes.get("/time", (context) => context.json({ time: Math.floor(Date.now() / 1000) }));
  routes.get("/store", (context) => context.json(storeInformation(context.get("store"))));
  return routes;
}

function storeInformation(store: SimulatedStore) {
  const site = `https://${store.domain}`;
  const mail = store.owner.email;
  return {
    id: store.hash,
    account_uuid: store.accountUuid,
    domain: store.domain,
    secure_url: site,
    control_panel_base_url: `https://store-${store.hash}.mybigcommerce.com`,
    status: "live",
    name: store.name,
    first_name: "Robin",
    last_name: "Miller",
    address: "1 Market Street",
    country: "United States",
    country_code: "US",
    infrastructure_region: "us-central1",
    phone: "",
    admin_email: mail,
    order_email: mail,
    favicon_url: "",
    timezone: timezoneOf(store.timezone),
    language: "en",
    currency: "USD",
    currency_symbol: "$",
    decimal_separator: ".",
    thousands_separator: ",",
    decimal_places: 2,
    currency_symbol_location: "left",
    weight_units: "LBS",
    dimension_units: "Inches",
    dimension_decimal_places: 2,
    dimension_decimal_token: ".",
    dimension_thousands_token: ",",
    plan_name: "Pro",
    plan_level: "Pro",
    plan_is_trial: false,
    industry: "Home and garden",
    logo: [],
    is_price_entered_with_tax: false,
    store_id: store.storeId,
    default_channel_id: 1,
    default_site_id: 1000,
    active_comparison_modules: [],
    features: {
      stencil_enabled: true,
      sitewidehttps_enabled: true,
      facebook_catalog_id: "",
      checkout_type: "optimized",
      wishlists_enabled: true,
      graphql_storefront_api_enabled: true,
      shopper_consent_tracking_enabled: true,
      multi_storefront_enabled: true,
      storefront_limits: { active: 3, total_including_inactive: 4 },
    },
  };
}

/** Offsets in seconds: `raw_offset` in winter, `dst_offset` in summer. */
function timezoneOf(name: string) {
  const year = new Date().getUTCFullYear();
  const offsets = [0, 6].map((month) => offsetSeconds(name, new Date(Date.UTC(year, month, 15))));
  return {
    name,
    raw_offset: Math.min(...offsets),
    dst_offset: Math.max(...offsets),
    dst_correction: offsets[0] !== offsets[1],
    date_format: { display: "M jS Y", export: "M jS Y", extended_display: "M jS Y @ g:i A" },
  };
}

function offsetSeconds(timeZone: string, at: Date): number {
  const part = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/.exec(part ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

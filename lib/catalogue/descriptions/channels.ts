import type { DescribedFamily, DescribedRow } from "#lib/catalogue/types.ts";
import { metafieldRows, perChannel } from "./rows.ts";

const orders = ["store_v2_orders_read_only"];
const carts = ["store_cart_read_only"];
const catalog = ["store_v2_products_read_only"];
const content = ["store_v2_content_read_only"];
const sites = ["store_sites_read_only"];
const themes = ["store_themes_read_only"];
const customers = ["store_v2_customers_read_only"];
const settings = ["store_v2_information_read_only"];

const none = "no details";
const category = "category ID and tree ID";
const lineItem = "cart ID and line item ID";
const email = "kind of email template";
const theme = "theme, version, variation and configuration IDs";

const wildcards: DescribedRow[] = [
  ["channel/*", "A channel is added or changed."],
  ...perChannel([
    ["order/*", "Anything happens to an order of the channel."],
    ["cart/*", "Anything happens to a cart of the channel or the items in it."],
    ["cart/lineItem/*", "An item of a cart on the channel is added, changed or removed."],
    ["category/*", "A category of the channel changes or gets or loses a product."],
    ["settings/*", "Any setting of the channel changes."],
  ]),
];

const channels: DescribedRow[] = [
  ["channel/created", "A sales channel is added."],
  ["channel/updated", "Name, status or visibility of a sales channel changes."],
  ...metafieldRows("channel", "a channel", "channel ID"),
];

const sales = perChannel([
  ["order/created", "An order is placed on the channel.", "order ID", orders],
  ["order/statusUpdated", "An order of the channel moves to another status.", "order ID", orders],
  ["order/updated", "Any detail of an order of the channel changes.", "order ID", orders],
  ["order/message/created", "Someone writes a message on an order of the channel.", "order ID", orders],
  ["order/refund/created", "All or part of an order of the channel is refunded.", "order ID", orders],
  ["order/archived", "An order of the channel is moved to the archive.", "order ID", orders],
  ["cart/created", "A cart is started on the channel.", "cart ID", carts],
  ["cart/updated", "A cart of the channel changes.", "cart ID", carts],
  ["cart/couponApplied", "A coupon code is used on a cart of the channel.", "cart ID", carts],
  ["cart/abandoned", "A cart of the channel has been left alone.", "cart ID", carts],
  ["cart/converted", "A cart of the channel becomes an order.", "cart ID", carts],
  ["cart/deleted", "A cart of the channel is emptied or removed.", "cart ID", carts],
  ["cart/lineItem/created", "An item goes into a cart of the channel.", lineItem, carts],
  ["cart/lineItem/updated", "Quantity or options of a cart item on the channel change.", lineItem, carts],
  ["cart/lineItem/deleted", "An item is taken out of a cart of the channel.", lineItem, carts],
]);

const assortment = perChannel([
  ["product/assigned", "A product is offered on the channel.", "product ID", catalog],
  ["product/unassigned", "A product is no longer offered on the channel.", "product ID", catalog],
  ["category/created", "The channel's category tree gets a category.", category, catalog],
  ["category/updated", "A category in the channel's category tree changes.", category, catalog],
  ["category/deleted", "The channel's category tree loses a category.", category, catalog],
  ["category/product/assigned", "A category of the channel gets a product.", "product ID", catalog],
  ["category/product/unassigned", "A category of the channel loses a product.", "product ID", catalog],
  ["categoryTree/updated", "The channel's category tree is built, changed or removed.", "tree ID", catalog],
]);

const storefront = perChannel([
  ["page/created", "The channel gets a web page.", "page ID", content],
  ["page/updated", "A web page of the channel changes.", "page ID", content],
  ["script/created", "The channel gets a script.", "script UUID", content],
  ["script/updated", "A script of the channel changes.", "script UUID", content],
  [
    "theme/configuration/created",
    "A theme of the channel gets another set of design settings.",
    theme,
    themes,
  ],
  ["theme/configuration/activated", "A theme goes live on the channel.", theme, themes],
  ["email/templates/updated", "The text of an email to shoppers of the channel changes.", email, settings],
  [
    "email/templates/deleted",
    "The channel drops its own text of an email and uses the store's.",
    email,
    settings,
  ],
  [
    "notifications/abandonedCart/updated",
    "The channel's settings for notices about abandoned carts change.",
    none,
    settings,
  ],
  [
    "notifications/inventory/updated",
    "The channel's settings for notices about stock change.",
    none,
    settings,
  ],
  ["socialMediaLinks/updated", "A social media link of the channel changes.", none, []],
]);

const siteSettings = perChannel([
  ["settings/site/updated", "The channel's site is added, changed or removed.", "site ID", sites],
  ["settings/site/checkoutUrl/updated", "The channel's checkout moves to another domain.", "site ID", sites],
  ["settings/site/checkoutUrl/deleted", "The channel's checkout loses its own domain.", "site ID", sites],
  ["settings/route/updated", "A route of the channel's site changes.", "site ID", sites],
  [
    "settings/profile/updated",
    "Name, address or contact details that the channel shows change.",
    none,
    settings,
  ],
  [
    "settings/currency/updated",
    "A currency of the channel changes.",
    none,
    ["store_channel_settings_read_only"],
  ],
  ["settings/locale/added", "The channel gets another language.", none, []],
  ["settings/locale/updated", "A language of the channel changes.", none, []],
  ["settings/locale/deleted", "The channel drops a language.", none, []],
  ["settings/logo/updated", "The way the channel shows its logo changes.", none, settings],
  ["settings/logo/image/updated", "The channel gets another logo image.", none, settings],
  ["settings/favicon/image/updated", "The channel gets another favicon.", none, []],
]);

const shopSettings = perChannel([
  ["settings/checkout/updated", "Checkout settings that apply to the channel change.", none, settings],
  ["settings/catalog/updated", "Catalog settings that apply to the channel change.", none, settings],
  [
    "settings/category/updated",
    "Settings for category pages that apply to the channel change.",
    none,
    settings,
  ],
  [
    "settings/product/updated",
    "Settings for product pages that apply to the channel change.",
    none,
    settings,
  ],
  [
    "settings/searchContextFilters/updated",
    "The filters that shoppers of the channel see in search and categories change.",
    "category ID",
    settings,
  ],
  [
    "settings/SEO/updated",
    "Titles and descriptions for search engines change for the channel.",
    none,
    settings,
  ],
  ["settings/robots/updated", "The rules for search engine robots change for the channel.", none, settings],
  ["settings/security/updated", "Security settings that apply to the channel change.", none, settings],
  [
    "settings/emailStatus/updated",
    "An email to shoppers of the channel is turned on or off.",
    email,
    settings,
  ],
  [
    "settings/emailStatus/deleted",
    "The channel drops its own on or off for an email and follows the store's.",
    email,
    settings,
  ],
  [
    "settings/defaultCustomerGroup/updated",
    "New customers of the channel join another group.",
    none,
    customers,
  ],
  [
    "settings/customerPrivacy/updated",
    "Privacy settings for shoppers of the channel change.",
    none,
    customers,
  ],
]);

export const CHANNELS: DescribedFamily = {
  contains: "channel ID",
  readScopes: ["store_channel_settings_read_only"],
  rows: [...wildcards, ...channels, ...sales, ...assortment, ...storefront, ...siteSettings, ...shopSettings],
};

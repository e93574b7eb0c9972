import type { Family, Row } from "#lib/catalogue/types.ts";
import { metafieldRows, perChannel } from "./rows.ts";

const wildcards: Row[] = [
  ["channel/*", "All channel events"],
  ...perChannel([
    ["order/*", "All channel order events"],
    ["cart/*", "All channel cart events"],
    ["cart/lineItem/*", "All channel cart item events"],
    ["category/*", "All channel category events"],
    ["settings/*", "All channel settings events"],
  ]),
];

const channels: Row[] = [
  ["channel/created", "Channel created"],
  ["channel/updated", "Channel updated"],
  ...metafieldRows("channel", "Channel"),
];

const sales = perChannel([
  ["order/created", "Channel order created"],
  ["order/statusUpdated", "Channel order status updated"],
  ["order/updated", "Channel order updated"],
  ["order/message/created", "Channel order message created"],
  ["order/refund/created", "Channel order refund created"],
  ["order/archived", "Channel order archived"],
  ["cart/created", "Channel cart created"],
  ["cart/updated", "Channel cart updated"],
  ["cart/couponApplied", "Channel cart coupon applied"],
  ["cart/abandoned", "Channel cart abandoned"],
  ["cart/converted", "Channel cart converted"],
  ["cart/deleted", "Channel cart deleted"],
  ["cart/lineItem/created", "Channel cart item created"],
  ["cart/lineItem/updated", "Channel cart item updated"],
  ["cart/lineItem/deleted", "Channel cart item deleted"],
]);

const assortment = perChannel([
  ["product/assigned", "Channel product assigned"],
  ["product/unassigned", "Channel product unassigned"],
  ["category/created", "Channel category created"],
  ["category/updated", "Channel category updated"],
  ["category/deleted", "Channel category deleted"],
  ["category/product/assigned", "Channel category product assigned"],
  ["category/product/unassigned", "Channel category product unassigned"],
  ["categoryTree/updated", "Channel category tree updated"],
]);

const storefront = perChannel([
  ["page/created", "Channel page created"],
  ["page/updated", "Channel page updated"],
  ["script/created", "Channel script created"],
  ["script/updated", "Channel script updated"],
  ["theme/configuration/created", "Channel theme configuration created"],
  ["theme/configuration/activated", "Channel theme published"],
  ["email/templates/updated", "Channel email template updated"],
  ["email/templates/deleted", "Channel email template deleted"],
  ["notifications/abandonedCart/updated", "Channel abandoned cart notices updated"],
  ["notifications/inventory/updated", "Channel inventory notices updated"],
  ["socialMediaLinks/updated", "Channel social media links updated"],
]);

const siteSettings = perChannel([
  ["settings/site/updated", "Channel site updated"],
  ["settings/site/checkoutUrl/updated", "Channel checkout domain updated"],
  ["settings/site/checkoutUrl/deleted", "Channel checkout domain deleted"],
  ["settings/route/updated", "Channel route updated"],
  ["settings/profile/updated", "Channel profile updated"],
  ["settings/currency/updated", "Channel currency updated"],
  ["settings/locale/added", "Channel locale added"],
  ["settings/locale/updated", "Channel locale updated"],
  ["settings/locale/deleted", "Channel locale deleted"],
  ["settings/logo/updated", "Channel logo settings updated"],
  ["settings/logo/image/updated", "Channel logo image updated"],
  ["settings/favicon/image/updated", "Channel favicon updated"],
]);

const shopSettings = perChannel([
  ["settings/checkout/updated", "Channel checkout settings updated"],
  ["settings/catalog/updated", "Channel catalog settings updated"],
  ["settings/category/updated", "Channel category settings updated"],
  ["settings/product/updated", "Channel product settings updated"],
  ["settings/searchContextFilters/updated", "Channel search filters updated"],
  ["settings/SEO/updated", "Channel SEO settings updated"],
  ["settings/robots/updated", "Channel robots settings updated"],
  ["settings/security/updated", "Channel security settings updated"],
  ["settings/emailStatus/updated", "Channel email status updated"],
  ["settings/emailStatus/deleted", "Channel email status deleted"],
  ["settings/defaultCustomerGroup/updated", "Channel default customer group updated"],
  ["settings/customerPrivacy/updated", "Channel customer privacy updated"],
]);

export const CHANNELS: Family = {
  group: "channels",
  rows: [...wildcards, ...channels, ...sales, ...assortment, ...storefront, ...siteSettings, ...shopSettings],
};

import {
  changeBigCommerceNoticeAddresses,
  bigCommerceNoticeAddresses,
} from "#lib/features/alerts/bigcommerce-notices.ts";
import { BigCommerceNoticeAddresses, BigCommerceNoticeAddressesChange } from "#lib/contract/alerts.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Where BigCommerce itself writes to when it switches a webhook of this app off. */
  GET: storeRoute({
    answer: BigCommerceNoticeAddresses,
    run: async ({ store }) => ({ emails: await bigCommerceNoticeAddresses(store) }),
  }),
  /** Changes it at BigCommerce; the owner alone may. */
  PUT: storeRoute({
    isForOwner: true,
    body: BigCommerceNoticeAddressesChange,
    answer: BigCommerceNoticeAddresses,
    run: async ({ access, body: { emails }, now }) => ({
      emails: await changeBigCommerceNoticeAddresses(access, emails, now),
    }),
  }),
});

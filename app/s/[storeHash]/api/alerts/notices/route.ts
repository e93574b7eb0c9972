import { changeNoticeAddresses, noticeAddresses } from "#lib/features/alerts/bigcommerce-notices.ts";
import { NoticeAddresses, NoticeAddressesChange } from "#lib/contract/alerts.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Where BigCommerce itself writes to when it switches a webhook of this app off. */
  GET: storeRoute({
    answer: NoticeAddresses,
    run: async ({ store }) => ({ emails: await noticeAddresses(store) }),
  }),
  /** Changes it at BigCommerce; the owner alone may. */
  PUT: storeRoute({
    isForOwner: true,
    body: NoticeAddressesChange,
    answer: NoticeAddresses,
    run: async ({ access, body: { emails }, now }) => ({
      emails: await changeNoticeAddresses(access, emails, now),
    }),
  }),
});

import { changeNoticeAddresses, noticeAddresses } from "#lib/features/alerts/bigcommerce-notices.ts";
import { NoticeAddresses, NoticeAddressesChange } from "#lib/contract/alerts.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** Where BigCommerce itself writes to when it switches a webhook of this app off. */
export const GET = storeRoute({
  answer: NoticeAddresses,
  run: async ({ store }) => ({ emails: await noticeAddresses(store) }),
});

/** Changes it at BigCommerce; the owner alone may. */
export const PUT = storeRoute({
  isForOwner: true,
  body: NoticeAddressesChange,
  answer: NoticeAddresses,
  run: async ({ access, body: { emails }, now }) => ({
    emails: await changeNoticeAddresses(access, emails, now),
  }),
});

const refuse = methodNotAllowed("GET", "HEAD", "PUT");
export { refuse as DELETE, refuse as PATCH, refuse as POST };

import { PrivacyChange, PrivacyView } from "#lib/contract/privacy.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { changePrivacy, privacyView } from "#lib/features/privacy/privacy.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What becomes of personal data in the store, and the erasure that was asked for last. */
  GET: storeRoute({ answer: PrivacyView, run: ({ store }) => privacyView(store) }),
  /** Sets who sees personal data and how long events are kept; only for the owner. */
  PUT: storeRoute({
    isForOwner: true,
    body: PrivacyChange,
    answer: PrivacyView,
    run: ({ access, body, now }) => changePrivacy(access, body, now),
  }),
});

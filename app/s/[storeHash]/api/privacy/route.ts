import { PrivacyChange, PrivacyView } from "#lib/contract/privacy.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { changePrivacy, privacyView } from "#lib/features/privacy/privacy.ts";

/** What becomes of personal data in the store, and the erasure that was asked for last. */
export const GET = storeRoute({ answer: PrivacyView, run: ({ store }) => privacyView(store) });

/** Sets who sees personal data and how long events are kept; only for the owner. */
export const PUT = storeRoute({
  isForOwner: true,
  body: PrivacyChange,
  answer: PrivacyView,
  run: ({ access, body, now }) => changePrivacy(access, body, now),
});

const refuse = methodNotAllowed("GET", "HEAD", "PUT");
export { refuse as DELETE, refuse as PATCH, refuse as POST };

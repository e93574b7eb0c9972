import { RetentionPreview, RetentionQuery } from "#lib/contract/privacy.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { previewRetention } from "#lib/features/privacy/privacy.ts";

/** How many events a shorter time would delete. */
export const GET = storeRoute({
  query: RetentionQuery,
  answer: RetentionPreview,
  run: ({ store, query, now }) => previewRetention(store, query.days, now),
});

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };

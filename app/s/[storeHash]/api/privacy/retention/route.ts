import { RetentionPreview, RetentionQuery } from "#lib/contract/privacy.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { previewRetention } from "#lib/features/privacy/privacy.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** How many events a shorter time would delete. */
  GET: storeRoute({
    query: RetentionQuery,
    answer: RetentionPreview,
    run: ({ store, query, now }) => previewRetention(store, query.days, now),
  }),
});

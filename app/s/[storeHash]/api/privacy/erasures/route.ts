import { ErasurePreview, ErasureTarget, PrivacyView } from "#lib/contract/privacy.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { previewErasure, startErasure } from "#lib/features/privacy/erasure/erasures.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What would be erased of a thing; only for the owner. */
  GET: storeRoute({
    isForOwner: true,
    query: ErasureTarget,
    answer: ErasurePreview,
    run: ({ access, query, now }) => previewErasure(access, query, now),
  }),
  /** Has everything about a thing erased; only for the owner. */
  POST: storeRoute({
    isForOwner: true,
    body: ErasureTarget,
    answer: PrivacyView,
    run: ({ access, body, now }) => startErasure(access, body, now),
  }),
});

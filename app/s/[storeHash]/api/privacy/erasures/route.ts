import { ErasurePreview, ErasureTarget, PrivacyView } from "#lib/contract/privacy.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { previewErasure, startErasure } from "#lib/features/privacy/erasure/erasures.ts";

/** What would be erased of a thing; only for the owner. */
export const GET = storeRoute({
  isForOwner: true,
  query: ErasureTarget,
  answer: ErasurePreview,
  run: ({ access, query, now }) => previewErasure(access, query, now),
});

/** Has everything about a thing erased; only for the owner. */
export const POST = storeRoute({
  isForOwner: true,
  body: ErasureTarget,
  answer: PrivacyView,
  run: ({ access, body, now }) => startErasure(access, body, now),
});

const refuse = methodNotAllowed("GET", "HEAD", "POST");
export { refuse as DELETE, refuse as PATCH, refuse as PUT };

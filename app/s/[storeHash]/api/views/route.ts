import { SavedViews, ViewSave } from "#lib/contract/views.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { keepView, savedViews } from "#lib/features/preferences/views.ts";

/** What this person saved of the log. */
export const GET = storeRoute({ answer: SavedViews, run: ({ access }) => savedViews(access) });

/** Saves a view of the log for this person. */
export const POST = storeRoute({
  body: ViewSave,
  answer: SavedViews,
  run: ({ access, body, now }) => keepView(access, body, now),
});

const refuse = methodNotAllowed("GET", "HEAD", "POST");
export { refuse as PUT, refuse as PATCH, refuse as DELETE };

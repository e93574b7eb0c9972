import { SavedViews, ViewSave } from "#lib/contract/views.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { keepView, savedViews } from "#lib/features/preferences/views.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What this person saved of the log. */
  GET: storeRoute({ answer: SavedViews, run: ({ access }) => savedViews(access) }),
  /** Saves a view of the log for this person. */
  POST: storeRoute({
    body: ViewSave,
    answer: SavedViews,
    run: ({ access, body, now }) => keepView(access, body, now),
  }),
});

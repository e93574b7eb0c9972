import { SavedViews, ViewRename } from "#lib/contract/views.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { deleteView, nameView } from "#lib/features/preferences/views.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Gives a view of this person's another name. */
  PATCH: storeRoute({
    body: ViewRename,
    answer: SavedViews,
    run: ({ access, params, body, now }) => nameView(access, params.id ?? "", body.name, now),
  }),
  /** Takes a view of this person's away. */
  DELETE: storeRoute({
    answer: SavedViews,
    run: ({ access, params }) => deleteView(access, params.id ?? ""),
  }),
});

import { SavedViews, ViewRename } from "#lib/contract/views.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { deleteView, nameView } from "#lib/features/preferences/views.ts";

/** Gives a view of this person's another name. */
export const PATCH = storeRoute({
  body: ViewRename,
  answer: SavedViews,
  run: ({ access, params, body, now }) => nameView(access, params.id ?? "", body.name, now),
});

/** Takes a view of this person's away. */
export const DELETE = storeRoute({
  answer: SavedViews,
  run: ({ access, params }) => deleteView(access, params.id ?? ""),
});

const refuse = methodNotAllowed("PATCH", "DELETE");
export { refuse as GET, refuse as POST, refuse as PUT };

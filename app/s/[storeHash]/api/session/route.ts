import { sessionView } from "#lib/auth/session-view.ts";
import { SessionView } from "#lib/contract/session.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** Who am I, which store is this, what did it grant. */
export const GET = storeRoute({ answer: SessionView, run: ({ access }) => sessionView(access) });

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };

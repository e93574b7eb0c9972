import { signOut } from "#lib/features/auth/end-sessions.ts";
import { SessionEnd } from "#lib/contract/session-end.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { sessionCookie } from "#lib/platform/session/cookie.ts";

/** Signs out: this person in every browser, or everybody in this store. */
export const POST = storeRoute({
  body: SessionEnd,
  run: async ({ store, access, body: { who }, now }) => {
    await signOut(access, who, now);
    // The session is over anyway; a cookie that opens nothing need not be kept.
    return Response.json({ ended: who }, { headers: { "Set-Cookie": sessionCookie(store, "", 0) } });
  },
});

const refuse = methodNotAllowed("POST");
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };

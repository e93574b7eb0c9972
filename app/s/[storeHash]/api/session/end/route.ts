import { signOut } from "#lib/features/auth/end-sessions.ts";
import { SessionEnd } from "#lib/contract/session-end.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { sessionCookie } from "#lib/platform/session/cookie.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Signs out: this person in every browser, or everybody in this store. */
  POST: storeRoute({
    body: SessionEnd,
    run: async ({ store, access, body: { who }, now }) => {
      await signOut(access, who, now);
      // The session is over anyway; a cookie that opens nothing need not be kept.
      return Response.json({ ended: who }, { headers: { "Set-Cookie": sessionCookie(store, "", 0) } });
    },
  }),
});

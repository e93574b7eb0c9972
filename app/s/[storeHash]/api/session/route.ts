import { sessionView } from "#lib/screens/session.ts";
import { redeemTicket, sessionToken } from "#lib/features/auth/ticket.ts";
import { SessionToken, SessionView, TokenRequest } from "#lib/contract/session.ts";
import { parseInput, readJson } from "#lib/http/input.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { readBearer } from "#lib/platform/session/read.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Who am I, which store is this, what did it grant. */
  GET: storeRoute({
    answer: SessionView,
    run: ({ access, language }) => sessionView(access, language),
  }),
  /**
   * Gives a page whose browser keeps no cookie a token for its memory: for the ticket of its launch, or for the token
   * that it holds. A cookie alone gets none, so that no script can turn it into something that leaves the browser.
   */
  POST: storeRoute({
    recognise: async (request, store, now) => {
      await admitAddress("session", request);
      const { ticket } = parseInput(TokenRequest, await readJson(request));
      return ticket === undefined ? readBearer(request, store, now) : redeemTicket(ticket, store, now);
    },
    answer: SessionToken,
    run: ({ session, now }) => sessionToken(session.claims, now),
  }),
});

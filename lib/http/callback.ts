import type { CallbackOutcome } from "#lib/callbacks/uninstall.ts";
import { config } from "#lib/config/config.ts";
import type { LaunchFailure } from "#lib/contract/launch-failures.ts";
import { cookiePath, sessionCookie } from "#lib/platform/session/cookie.ts";
import { newSession, sealSession, sealTicket, type SessionIdentity } from "#lib/platform/session/seal.ts";
import { reportFault } from "./problem.ts";
import { TooManyRequests } from "./rate-limit.ts";

/**
 * Sends a browser on with GET. The address that it leaves may hold a signed payload, so no one keeps it.
 * @param to A path of ours, or a whole address.
 */
export function seeOther(to: string, cookie?: string): Response {
  const headers = new Headers({
    Location: to.startsWith("/") ? `${config().appUrl}${to}` : to,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  });
  if (cookie) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/**
 * Begins a session and shows a page of the store. The session comes as a cookie and, for browsers that keep none in a
 * frame of another site, as a ticket in the fragment, which no server and no `Referer` ever sees.
 * @param path Below the store's own path, beginning with a slash; without a fragment.
 */
export async function enter(identity: SessionIdentity, path: string, now: Date): Promise<Response> {
  const { store } = identity;
  const origin = newSession(identity, now);
  const [{ token, seconds }, ticket] = await Promise.all([sealSession(origin, now), sealTicket(origin)]);
  return seeOther(`${cookiePath(store)}${path}#ticket=${ticket}`, sessionCookie(store, token, seconds));
}

/**
 * Shows the page that says why the app could not be opened: a person is looking at this frame.
 * @param reference Joins what the page says to what the log holds.
 */
export function launchFailed(reason: LaunchFailure, reference?: string): Response {
  return seeOther(`/launch-failed?reason=${reason}${reference ? `&reference=${reference}` : ""}`);
}

/** Shows the page for what came instead of an opening: too many of them, or a fault of ours, which is logged. */
export function openingFailed(error: unknown): Response {
  return error instanceof TooManyRequests
    ? launchFailed("too_many")
    : launchFailed("unexpected", reportFault(error));
}

/** Answers BigCommerce's server, which looks at nothing; a payload that is not believed gets 401. */
export function callbackAnswer(outcome: CallbackOutcome): Response {
  const body = outcome.ok ? { ok: true } : { ok: false, refusal: outcome.refusal };
  return Response.json(body, { status: outcome.ok ? 200 : 401, headers: { "Cache-Control": "no-store" } });
}

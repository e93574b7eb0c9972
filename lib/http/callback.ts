import type { CallbackOutcome } from "#lib/auth/uninstall.ts";
import { config } from "#lib/config.ts";
import type { LaunchFailure } from "#lib/contract/launch-failures.ts";
import { cookiePath, sessionCookie } from "#lib/session/cookie.ts";
import { beginSession, type SessionIdentity } from "#lib/session/seal.ts";

/**
 * Sends a browser on with GET. The address that it leaves may hold a signed payload, so nobody keeps it.
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
 * Begins a session and shows a page of the store.
 * @param path Below the store's own path, beginning with a slash.
 */
export async function enter(identity: SessionIdentity, path: string, now: Date): Promise<Response> {
  const { token, seconds } = await beginSession(identity, now);
  return seeOther(`${cookiePath(identity.store)}${path}`, sessionCookie(identity.store, token, seconds));
}

/**
 * Shows the page that says why the app could not be opened: a person is looking at this frame.
 * @param reference Joins what the page says to what the log holds.
 */
export function launchFailed(reason: LaunchFailure, reference?: string): Response {
  return seeOther(`/launch-failed?reason=${reason}${reference ? `&reference=${reference}` : ""}`);
}

/** Answers BigCommerce's server, which looks at nothing; a payload that is not believed gets 401. */
export function callbackAnswer(outcome: CallbackOutcome): Response {
  const body = outcome.ok ? { ok: true } : { ok: false, refusal: outcome.refusal };
  return Response.json(body, { status: outcome.ok ? 200 : 401, headers: { "Cache-Control": "no-store" } });
}

import { config } from "#lib/config/config.ts";
import { ForbiddenOrigin } from "./errors.ts";

/** Every change carries this header; a foreign page cannot set it without asking first, and we allow no one. */
export const REQUESTED_WITH = "webhook-keeper";

/**
 * Whether a request comes from a page of this app, by the browser's own word: `Sec-Fetch-Site`, or `Origin` where a
 * browser does not send that. A request with neither is not ours. Source: W3C Fetch Metadata; RFC 6454.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("Sec-Fetch-Site");
  if (site !== null) return site === "same-origin";
  return request.headers.get("Origin") === config().appUrl;
}

/**
 * Refuses a change that a foreign page could have sent along with the person's cookie.
 * @throws {ForbiddenOrigin} unless it is same-origin, JSON, and carries our header.
 */
export function requireOwnPage(request: Request): void {
  if (!isSameOrigin(request)) throw new ForbiddenOrigin("the request comes from another origin");
  const [contentType = ""] = (request.headers.get("Content-Type") ?? "").split(";");
  if (contentType.trim().toLowerCase() !== "application/json")
    throw new ForbiddenOrigin("the content type is not JSON");
  if (request.headers.get("X-Requested-With") !== REQUESTED_WITH)
    throw new ForbiddenOrigin("the app's own header is missing");
}

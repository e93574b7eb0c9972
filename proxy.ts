import { NextResponse, type NextRequest } from "next/server";
import { config as settings } from "#lib/config/config.ts";
import { frameAncestorsOf } from "#lib/http/frame-ancestors.ts";
import { pagePersonOf } from "#lib/http/page-person.ts";
import { contentSecurityPolicy, newNonces, securityHeaders } from "#lib/http/security-headers.ts";

/**
 * Gives every page its policy and its nonces. Next.js finds the scripts' nonce in the request's policy by itself; the
 * layout reads the styles' nonce from `x-style-nonce`, who may frame it from `x-frame-ancestors`, its language from
 * `x-language`, whether it shows technical details from `x-technical-details`, and whether it keeps room for a banner from
 * `x-awaits-banner`.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  const { appUrl } = settings();
  const frameAncestors = await frameAncestorsOf(pathname, new Date());
  const headerSettings = { appUrl, frameAncestors, isDevelopment: process.env.NODE_ENV === "development" };
  const nonces = newNonces();
  const policy = contentSecurityPolicy(nonces, headerSettings);

  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonces.script);
  headers.set("x-style-nonce", nonces.style);
  headers.set("x-frame-ancestors", frameAncestors);
  const { language, showsTechnicalDetails, setup, awaitsBanner } = await pagePersonOf(request, new Date());
  headers.set("x-language", language);
  headers.set("x-technical-details", showsTechnicalDetails ? "1" : "0");
  headers.set("x-setup", setup);
  headers.set("x-awaits-banner", awaitsBanner ? "1" : "0");

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(headerSettings, pathname)))
    response.headers.set(name, value);
  return response;
}

// Deliveries and static files go by: the first must be as cheap as can be, the second need no policy.
export const config = { matcher: "/((?!api/webhooks|api/exceptions|_next/static).*)" };

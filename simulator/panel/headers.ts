import type { MiddlewareHandler } from "hono";

/** The app is framed wherever it lives and may lead elsewhere, so frames are free; all else comes from here. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src data:",
  "frame-src *",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What every page of the panel is served with. A page holds a fresh launch address, so none is kept. */
export const pageHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("content-security-policy", POLICY);
  context.header("cache-control", "no-store");
};

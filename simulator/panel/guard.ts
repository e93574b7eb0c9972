import type { MiddlewareHandler } from "hono";

/**
 * Lets a change through only when it comes from the control panel's own pages: the app that is framed here, or any
 * other site that is open in the same browser, could otherwise post to it. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, or at least in `Origin`; a program says neither and may do as it likes on its own machine.
 */
export const sameOriginOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method === "GET" || context.req.method === "HEAD") return next();
  const site = context.req.header("sec-fetch-site");
  const origin = context.req.header("origin");
  const isOwn =
    site === undefined
      ? origin === undefined || origin === new URL(context.req.url).origin
      : site === "same-origin" || site === "none";
  if (isOwn) return next();
  return context.json({ message: "The control panel takes changes from its own pages only" }, 403);
};

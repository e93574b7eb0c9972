import { routes } from "#lib/http/routes.ts";

/** Answered at request time: a stored answer would say nothing about this process. */
export const dynamic = "force-dynamic";

/** The process serves. Nothing else is asked. */
function answer(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({ GET: answer });

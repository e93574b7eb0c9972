/** Answered at request time: a stored answer would say nothing about this process. */
export const dynamic = "force-dynamic";

/** The process serves. Nothing else is asked. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

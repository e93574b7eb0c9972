import { checkHealth } from "#lib/health/check.ts";

/** Answered at request time, never from a build. */
export const dynamic = "force-dynamic";

/** Whether database, migrations, worker and this process.s receiver are well: 200, or 503. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}

import { checkHealth } from "#lib/features/health/check.ts";
import { isStopping } from "#lib/features/health/stopping.ts";
import { routes } from "#lib/http/routes.ts";

/** Answered at request time, never from a build. */
export const dynamic = "force-dynamic";

/** Whether database, migrations, worker and this process's receiver are well: 200, or 503, also while it is about to end. */
async function answer(): Promise<Response> {
  const health = await checkHealth();
  const status = isStopping() ? "stopping" : health.status;
  return Response.json(
    { ...health, status },
    {
      status: status === "ok" ? 200 : 503,
      headers: { "Cache-Control": "no-store" },
    },
  );
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({ GET: answer });

import { checkHealth } from "#lib/features/health/check.ts";
import { readinessOf } from "#lib/features/health/ready.ts";
import { isStopping } from "#lib/features/health/stopping.ts";
import { routes } from "#lib/http/routes.ts";

/** Answered at request time: a stored answer would say nothing about this process. */
export const dynamic = "force-dynamic";

/** For a balancer: whether this process should get requests now, 200 or 503. */
async function answer(): Promise<Response> {
  const readiness = readinessOf(await checkHealth(), isStopping());
  return Response.json(readiness, {
    status: readiness.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({ GET: answer });

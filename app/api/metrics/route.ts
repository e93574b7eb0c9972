import { answerMetrics } from "#lib/http/metrics.ts";
import { routes } from "#lib/http/routes.ts";

/** Answered at request time: figures of a build say nothing. */
export const dynamic = "force-dynamic";

/** For Prometheus: what this process counts of itself. */
const answer = (request: Request) => answerMetrics(request.headers.get("authorization"), "app");

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({ GET: answer });

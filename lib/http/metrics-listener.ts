import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Config } from "#lib/config/config.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { answerMetrics } from "./metrics.ts";

/** A request has no body and few headers, and whoever asks comes again every few seconds. */
const REQUEST_MS_MAX = 5_000;
const CONNECTIONS_MAX = 20;
/** Nobody else needs to reach it unless the settings say where. */
const LOOPBACK = "127.0.0.1";

const NOT_LISTENING = new Trouble({
  level: "error",
  message: "the worker cannot tell its metrics; everything else goes on",
});

/**
 * Tells the figures of a worker process at `/api/metrics` of `METRICS_PORT`, as the app tells its own. A port that is taken
 * is told in the log: jobs matter more.
 * @returns what listens; null when the settings want no metrics of a worker.
 */
export function listenForMetrics({
  metrics,
  host = LOOPBACK,
}: Pick<Config, "metrics" | "host">): Server | null {
  if (!metrics || metrics.workerPort === null) return null;
  const server = createServer(
    { requestTimeout: REQUEST_MS_MAX, headersTimeout: REQUEST_MS_MAX },
    (...asked) => void answer(...asked),
  );
  server.maxConnections = CONNECTIONS_MAX;
  server.on("error", (error) => NOT_LISTENING.met(error));
  return server.listen({ port: metrics.workerPort, host }).unref();
}

async function answer({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const isAsked = method === "GET" && url?.split("?")[0] === "/api/metrics";
  const answered = isAsked
    ? await answerMetrics(headers.authorization ?? null, "worker")
    : new Response(null, { status: 404 });
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text());
}

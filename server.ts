// The app's one HTTP server: deliveries go to the receiver directly, everything else to Next.js.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import next from "next";
import { requireBuild } from "#lib/builds/own.ts";
import { collectWhenCalm } from "#lib/calm-collection.ts";
import { config } from "#lib/config/config.ts";
import { consoleToLog } from "#lib/log/console-to-log.ts";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { announceStop } from "#lib/features/health/stopping.ts";
import { boundedServer } from "#lib/http/bounded-server.ts";
import { withPeer } from "#lib/http/client-address.ts";
import { endStreams } from "#lib/http/ending-streams.ts";
import { MethodNotAllowed } from "#lib/http/errors.ts";
import { keptScripts } from "#lib/http/kept-scripts.ts";
import { isAnswerable, PAGE_METHODS } from "#lib/http/page-methods.ts";
import { refuse } from "#lib/http/refuse.ts";
import { requireRouterState } from "#lib/http/router-state.ts";
import { log } from "#lib/log/log.ts";
import { answerArrival } from "#lib/features/receiver/listener.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { receiverStanding } from "#lib/features/receiver/standing.ts";
import { watchAlarms } from "#lib/screens/alarms/watch.ts";
import { stopTracing } from "#lib/tracing/tracing.ts";
import { stopInlineWorker } from "./instrumentation.ts";

/** What is in flight may take this long after a stop was asked for. */
const DRAIN_MS = 6_000;
/** A stop that hangs, on a database that is silent for instance, ends here; whatever was not answered comes again. */
const STOP_MS = 8_000;

const isDevelopment = process.env.NODE_ENV === "development";
const { port, host, stopDelaySeconds, distDir, scriptsDir } = config();
if (!isDevelopment) requireBuild(distDir);
// A developer reads the terminal, and Next.js writes for them there.
if (!isDevelopment) consoleToLog(console, log);

const answerKept = isDevelopment
  ? undefined
  : keptScripts(join(import.meta.dirname, distDir, "static"), scriptsDir);
const { server, windDown, drain } = boundedServer({
  deliver: (request, response, storeHash) => answerArrival(request, response, storeHash, () => new Date()),
  answer: async (request, response) => {
    if (await answerKept?.(request, response)) return;
    // In development Next.js has addresses of its own.
    if (!isDevelopment && !isAnswerable(request)) {
      const error = new MethodNotAllowed("a page is only read");
      return refuse(request, response, error, { Allow: PAGE_METHODS.join(", ") });
    }
    requireRouterState(request);
    await withPeer(request.socket.remoteAddress, () => handle(request, response));
  },
  // Hot reload needs them.
  upgrades: isDevelopment,
});
const app = next({
  dev: isDevelopment,
  dir: import.meta.dirname,
  port,
  // Stands in the addresses of requests as Next.js tells them, which nothing here reads.
  hostname: "localhost",
  httpServer: server,
});
let isStopping = false;

/** @param delaySeconds For so long everything is served, while the health checks of balancers are told of the stop. */
async function stop(delaySeconds: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  announceStop();
  windDown();
  await pause(delaySeconds * 1_000);
  setTimeout(() => process.exit(1), STOP_MS).unref();
  stopAlarms();
  endStreams();
  await Promise.all([drain(DRAIN_MS), stopInlineWorker()]);
  await closeReceiver();
  await stopTracing();
  await closeNotifications();
  await closeDatabase();
  process.exit(0);
}

function stopOrDie(delaySeconds: number): void {
  stop(delaySeconds).catch((error: unknown) => {
    log.error({ err: error }, "the app did not stop cleanly");
    process.exit(1);
  });
}

process.on("SIGINT", () => stopOrDie(0));
process.on("SIGTERM", () => stopOrDie(stopDelaySeconds));
// Started by a process that has gone, however it went: nobody is left to stop us.
process.on("disconnect", () => stopOrDie(0));

await app.prepare();
const handle = app.getRequestHandler();
if (isDevelopment) {
  const upgrade = app.getUpgradeHandler();
  server.on("upgrade", (request, socket, head) => void upgrade(request, socket, head));
}
server.once("error", (error) => {
  process.stderr.write(
    `The app cannot listen on port ${port}${host ? ` of ${host}` : ""}: ${error.message}\n`,
  );
  process.exit(1);
});
server.listen({ port, host }, () => process.send?.({ type: "ready" }));
collectWhenCalm();
const stopAlarms = watchAlarms(config());
// What an earlier process left in the spool waits for no delivery and no question.
void receiverStanding(new Date());

// The app's one HTTP server: deliveries go to the receiver directly, everything else to Next.js.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import next from "next";
import { config } from "#lib/config.ts";
import { consoleToLog } from "#lib/console-to-log.ts";
import { closeDatabase } from "#lib/db/client.ts";
import { closeNotifications } from "#lib/db/notifications.ts";
import { withPeer } from "#lib/http/client-address.ts";
import { log } from "#lib/log.ts";
import { answerDelivery, receiverPath } from "#lib/webhooks/listener.ts";
import { answerMalformed, countDropped } from "#lib/webhooks/malformed.ts";
import { closeReceiver } from "#lib/webhooks/receive.ts";
import { stopInlineWorker } from "./instrumentation.ts";

/** What is in flight may take this long after a stop was asked for. */
const DRAIN_MS = 6_000;
/** Longer than the idle time of common proxies (60 s), so that we are never the one who closes a reused connection. */
const KEEP_ALIVE_MS = 75_000;
/** A client gets this long for its headers, and this long for the whole request; Node's own defaults are looser. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;
/** How often those are looked for that take longer. */
const SLOW_CHECK_MS = 5_000;
/** All headers of a request together; Node answers 431 beyond. */
const HEADER_BYTES_MAX = 16 * 1024;
/** Above this a connection is closed at once. Each costs memory before it has said anything. */
const CONNECTIONS_MAX = 5_000;
/** A stop that hangs, on a database that is silent for instance, ends here; whatever was not answered comes again. */
const STOP_MS = 8_000;

const isDevelopment = process.env.NODE_ENV === "development";
const { port } = config();
// A developer reads the terminal, and Next.js writes for them there.
if (!isDevelopment) consoleToLog(console, log);

const server = createServer({
  keepAliveTimeout: KEEP_ALIVE_MS,
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  connectionsCheckingInterval: SLOW_CHECK_MS,
  maxHeaderSize: HEADER_BYTES_MAX,
});
server.maxConnections = CONNECTIONS_MAX;
const app = next({
  dev: isDevelopment,
  dir: import.meta.dirname,
  port,
  hostname: "localhost",
  httpServer: server,
});
const inFlight = new Set<ServerResponse>();
const connections = new Set<Socket>();
let isStopping = false;

function answer(request: IncomingMessage, response: ServerResponse): void {
  inFlight.add(response);
  response.once("close", () => inFlight.delete(response));
  if (isStopping) response.setHeader("Connection", "close");
  const storeHash = receiverPath(request.url);
  const answering =
    storeHash === undefined
      ? withPeer(request.socket.remoteAddress, () => handle(request, response))
      : answerDelivery(request, response, storeHash, () => new Date());
  answering.catch((error: unknown) => {
    log.error({ err: error }, "a request was not answered");
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}

/** Ends streams, which have no end of their own, and idle connections; requests keep theirs until they are answered. */
function hangUp(): void {
  for (const response of inFlight) {
    if (String(response.getHeader("Content-Type") ?? "").startsWith("text/event-stream")) response.destroy();
  }
  server.closeIdleConnections();
  // Browsers open connections ahead of need; those that have not sent anything do not count as idle.
  for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(1), STOP_MS).unref();
  const drained = new Promise<void>((done) => {
    server.close(() => done());
  });
  hangUp();
  const hangingUp = setInterval(hangUp, 100);
  const giveUp = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await Promise.all([drained, stopInlineWorker()]);
  clearInterval(hangingUp);
  clearTimeout(giveUp);
  await closeReceiver();
  await closeNotifications();
  await closeDatabase();
  process.exit(0);
}

function stopOrDie(): void {
  stop().catch((error: unknown) => {
    log.error({ err: error }, "the app did not stop cleanly");
    process.exit(1);
  });
}

process.on("SIGINT", stopOrDie);
process.on("SIGTERM", stopOrDie);
// Started by a process that has gone, however it went: nobody is left to stop us.
process.on("disconnect", stopOrDie);

await app.prepare();
const handle = app.getRequestHandler();
if (isDevelopment) {
  const upgrade = app.getUpgradeHandler();
  server.on("upgrade", (request, socket, head) => void upgrade(request, socket, head));
}
server.on("request", answer);
server.on("connection", (socket: Socket) => {
  connections.add(socket);
  socket.once("close", () => connections.delete(socket));
});
server.on("clientError", (error: Error, socket: Socket) => answerMalformed(error, socket, new Date()));
server.on("drop", () => countDropped(new Date()));
server.once("error", (error) => {
  process.stderr.write(`The app cannot listen on port ${port}: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, () => process.send?.({ type: "ready" }));

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { log } from "#lib/log.ts";
import { answerMalformed, countDropped } from "#lib/webhooks/malformed.ts";

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

/** An HTTP server with a bound on whatever a client may take of it, and a way to end it. */
export interface BoundedServer {
  server: Server;
  /**
   * Ends it: new connections are refused, requests that have come are answered, each connection closes after its
   * answer, streams are cut. Resolves when no connection is left, and cuts what is left after `withinMs`.
   */
  drain(withinMs: number): Promise<void>;
}

/** @param answer Answers one request; when it fails and nothing was answered, the answer is 500. */
export function boundedServer(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): BoundedServer {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: SLOW_CHECK_MS,
    maxHeaderSize: HEADER_BYTES_MAX,
  });
  server.maxConnections = CONNECTIONS_MAX;
  const inFlight = new Set<ServerResponse>();
  const connections = new Set<Socket>();
  let isEnding = false;

  server.on("request", (request, response) => {
    inFlight.add(response);
    response.once("close", () => inFlight.delete(response));
    if (isEnding) response.setHeader("Connection", "close");
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error }, "a request was not answered");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  server.on("clientError", (error: Error, socket: Socket) => answerMalformed(error, socket, new Date()));
  server.on("drop", () => countDropped(new Date()));

  /** Ends streams, which have no end of their own, and idle connections; requests keep theirs until they are answered. */
  const hangUp = () => {
    for (const response of inFlight) {
      if (String(response.getHeader("Content-Type") ?? "").startsWith("text/event-stream"))
        response.destroy();
    }
    server.closeIdleConnections();
    // Browsers open connections ahead of need; those that have not sent anything do not count as idle.
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  };
  const drain = async (withinMs: number) => {
    isEnding = true;
    const drained = new Promise<void>((done) => {
      server.close(() => done());
    });
    hangUp();
    const hangingUp = setInterval(hangUp, 100);
    const giveUp = setTimeout(() => server.closeAllConnections(), withinMs);
    await drained;
    clearInterval(hangingUp);
    clearTimeout(giveUp);
  };
  return { server, drain };
}

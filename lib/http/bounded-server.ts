import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { Duplex } from "node:stream";
import type { Socket } from "node:net";
import { log } from "#lib/log/log.ts";
import { currentRequestId, requestIdOf, withRequestId } from "#lib/log/request-id.ts";
import { receiverPath } from "#lib/features/receiver/listener.ts";
import { answerMalformed, countDropped } from "#lib/features/receiver/malformed.ts";
import { Connections } from "./connections.ts";
import { InvalidInput, MethodNotAllowed, Overloaded } from "./errors.ts";
import { refuse } from "./refuse.ts";
import { noteRequest } from "./request-line.ts";
import { readTarget } from "./target.ts";
import { Turns } from "./turns.ts";
import { wholeRequest } from "./whole-request.ts";

/** Longer than the idle time of common proxies (60 s), so that we are never the one who closes a reused connection. */
const KEEP_ALIVE_MS = 75_000;
/** A client gets this long for its headers, and this long for the whole request; Node's own defaults are looser. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;
/** How often those are looked for that take longer. */
const SLOW_CHECK_MS = 5_000;
/** For so long streams may come to their end before they are cut. */
const STREAMS_MS = 1_000;
/** All headers of a request together; Node answers 431 beyond. */
const HEADER_BYTES_MAX = 16 * 1024;
/** Above this one has to go for each that comes. Each costs memory before it has said anything. */
const CONNECTIONS_MAX = 5_000;
/** Requests that are no deliveries and not answered yet, streams among them; the rest of the connections is for deliveries. */
const OTHERS_MAX = 2_000;
/** A page takes some milliseconds of work, and a delivery that comes meanwhile waits for as many of them as are begun. */
const TURNS = { busyMax: 2, spareMax: 16, workMsMax: 1_000, waitMsMax: 10_000 };
/** How often it is asked whether the process is busy: when it works for more than this part of the time. */
const LOOK_MS = 50;
const BUSY = 0.8;
/** A supervisor asks here, and must be answered whatever else is asked. */
const ALIVE = "/api/health/live";
/** What routes can have. Next.js breaks down at some of the others, such as TRACE. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const ALLOW = METHODS.join(", ");
/** Listeners of one kind that an answer may have: Next.js and we have a dozen together, and Node would warn of a leak at 11. */
const LISTENERS_MAX = 20;

/** What answers requests. When it fails and nothing was answered, the answer is 500. */
export interface Doors {
  /** Deliveries, whose bodies the receiver reads itself. */
  deliver(request: IncomingMessage, response: ServerResponse, storeHash: string): Promise<void>;
  /** Everything else; the request has come to its end. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Whether another protocol may be spoken on from a request; an offer that no one takes counts as not made. */
  upgrades: boolean;
}

/** An HTTP server with a bound on whatever a client may take of it, and a way to end it. */
export interface BoundedServer {
  server: Server;
  /**
   * Tells clients with kept-open connections to go elsewhere: from now on each closes after its next
   * answer. New ones are still taken. May be repeated.
   */
  windDown(): void;
  /**
   * Ends it: new connections are refused, requests that have come are answered, each connection closes after its
   * answer, streams that do not end within a second are cut. Resolves when no connection is left, and cuts what is left after `withinMs`.
   */
  drain(withinMs: number): Promise<void>;
}

export function boundedServer(doors: Doors): BoundedServer {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: SLOW_CHECK_MS,
    maxHeaderSize: HEADER_BYTES_MAX,
    // Next.js listens for upgrades, and Node would leave every request that offers one to it. Source: RFC 9110, 7.8.
    shouldUpgradeCallback: () => doors.upgrades,
  });
  const inFlight = new Set<ServerResponse>();
  const connections = new Connections(CONNECTIONS_MAX);
  const answer = answering(doors);
  let isWindingDown = false;

  server.on("request", (request, response) => {
    const { socket } = request;
    response.setMaxListeners(LISTENERS_MAX);
    inFlight.add(response);
    connections.hear(socket, request);
    response.once("close", () => {
      inFlight.delete(response);
      connections.answered(socket, request);
    });
    // Node throws away what came behind an offer, in one piece with it; its sender learns that nothing was done for it.
    if (isWindingDown || (!doors.upgrades && offersUpgrade(request)))
      response.setHeader("Connection", "close");
    const id = requestIdOf(request.headers["x-request-id"]);
    withRequestId(id, () => {
      noteRequest(request, response);
      answer(request, response).catch((error: unknown) => {
        log.error({ err: error, outcome: "failed" }, "a request was not answered");
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
  });
  server.on("connection", (socket: Socket) => {
    socket.once("close", () => connections.close(socket));
    const excess = connections.open(socket);
    if (!excess) return;
    connections.close(excess);
    excess.destroy();
    countDropped(new Date());
  });
  server.on("clientError", (error: Error, socket: Socket) => {
    // Answers go in the order of their requests: those before it that are whole have theirs first.
    const owed = [...inFlight].findLast(({ req }) => req.socket === socket && req.complete);
    if (!owed) return answerMalformed(error, socket, new Date());
    socket.pause();
    owed.once("close", () => answerMalformed(error, socket, new Date()));
  });
  server.on("connect", (_request: IncomingMessage, socket: Duplex) => {
    socket.once("error", () => undefined);
    socket.end(`HTTP/1.1 405 Method Not Allowed\r\nAllow: ${ALLOW}\r\nConnection: close\r\n\r\n`);
  });

  /** Streams that were told to end, and whose readers are too slow for it. */
  const cutStreams = () => {
    for (const response of inFlight) {
      if (String(response.getHeader("Content-Type") ?? "").startsWith("text/event-stream"))
        response.destroy();
    }
  };
  /** Ends idle connections; requests keep theirs until they are answered. */
  const hangUp = () => {
    server.closeIdleConnections();
    // Browsers open connections ahead of need; those that have not sent anything do not count as idle.
    for (const socket of connections.waiting()) if (socket.bytesRead === 0) socket.destroy();
  };
  const windDown = () => {
    isWindingDown = true;
  };
  const drain = async (withinMs: number) => {
    windDown();
    const drained = new Promise<void>((done) => {
      server.close(() => done());
    });
    hangUp();
    const hangingUp = setInterval(hangUp, 100);
    const cutting = setTimeout(cutStreams, STREAMS_MS);
    const giveUp = setTimeout(() => server.closeAllConnections(), withinMs);
    await drained;
    clearInterval(hangingUp);
    clearTimeout(cutting);
    clearTimeout(giveUp);
  };
  return { server, windDown, drain };
}

/** Source: RFC 9110, 7.8. */
const offersUpgrade = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade !== undefined && /\bupgrade\b/i.test(headers.connection ?? "");

/** Leads each request to its door, or says why it has none. */
function answering({ deliver, answer }: Doors) {
  let others = 0;
  const turns = new Turns(TURNS);
  let utilization = performance.eventLoopUtilization();
  setInterval(() => {
    const isBusy = performance.eventLoopUtilization(utilization).utilization > BUSY;
    utilization = performance.eventLoopUtilization();
    turns.look(performance.now(), isBusy);
  }, LOOK_MS).unref();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "" } = request;
    const target = readTarget(method, request.url ?? "");
    if (target.kind === "server") {
      response.writeHead(204, { Allow: ALLOW }).end();
      return;
    }
    if (target.kind === "unreadable") return refuse(request, response, new InvalidInput([]));
    request.url = target.url;
    if (target.authority !== undefined) request.headers.host = target.authority;
    const storeHash = receiverPath(target.url);
    if (storeHash !== undefined) return deliver(request, response, storeHash);

    // Not with deliveries: no one reads it there, and a header set ahead makes each answer dearer.
    response.setHeader("X-Request-Id", currentRequestId() ?? "");
    if (!METHODS.includes(method))
      return refuse(request, response, new MethodNotAllowed("no route has the method"), { Allow: ALLOW });
    try {
      const whole = await wholeRequest(request, response);
      if (!whole) return;
      if (others >= OTHERS_MAX) throw new Overloaded("too many requests are being answered");
      others++;
      response.once("close", () => others--);
      if (target.url !== ALIVE) {
        const end = await turns.take(performance.now());
        response.once("close", () => end(performance.now()));
        // Its reader may have gone before its turn came.
        if (response.closed) return end(performance.now());
      }
      await answer(whole, response);
    } catch (error) {
      if (response.headersSent) throw error;
      await refuse(request, response, error);
    }
  };
}

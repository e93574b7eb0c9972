import { Agent as HttpAgent, request as httpRequest, type ClientRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { setTimeout as delay } from "node:timers/promises";

/** One delivery as it goes over the wire. */
export interface Outgoing {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Milliseconds in which an answer must come. */
  timeoutMs: number;
  /** Milliseconds between the two halves of the body; 0 sends it at once. */
  pauseMs: number;
}

/** How it went. `status` is null when no answer came; `failure` is null for a 2xx, else a few words. */
export interface SendResult {
  status: number | null;
  failure: string | null;
  latencyMs: number;
}

/** Sends deliveries over connections that are kept open. */
export interface Sender {
  /** Never throws: whatever goes wrong is a result. A redirect is a failure and is not followed. */
  send(outgoing: Outgoing): Promise<SendResult>;
  close(): void;
}

/** A sender of its own; `close` ends its idle connections and those under way. */
export function createSender(): Sender {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true });

  let isClosed = false;

  const attempt = (outgoing: Outgoing): Promise<SendResult> =>
    new Promise((resolve) => {
      const startedMs = performance.now();
      let isSettled = false;
      const settle = (status: number | null, failure: string | null) => {
        isSettled = true;
        resolve({ status, failure, latencyMs: Math.round(performance.now() - startedMs) });
      };
      let request: ClientRequest;
      try {
        request = open(outgoing);
      } catch (error) {
        settle(null, `Cannot be sent: ${codeOf(error)}`); // a hook's header may be one that Node.js does not send
        return;
      }
      const timer = setTimeout(() => {
        settle(null, "No answer in time");
        request.destroy();
      }, outgoing.timeoutMs);
      request.on("close", () => clearTimeout(timer));
      request.on("response", (response) => {
        const status = response.statusCode ?? 0;
        settle(status, status >= 200 && status < 300 ? null : `Answered with status ${status}`);
        response.on("error", () => request.destroy());
        response.resume();
      });
      request.on("error", (error) => {
        if (isSettled) return;
        // The destination closed an idle connection just as we took it. That says nothing about the destination.
        if (request.reusedSocket && codeOf(error) === "ECONNRESET" && !isClosed) resolve(attempt(outgoing));
        else settle(null, `No connection: ${codeOf(error)}`);
      });
      void writeBody(request, outgoing);
    });

  const open = ({ url, headers, body }: Outgoing): ClientRequest => {
    const options = {
      method: "POST",
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
    };
    return url.startsWith("https:")
      ? httpsRequest(url, { ...options, agent: https })
      : httpRequest(url, { ...options, agent: http });
  };

  return {
    send: attempt,
    close: () => {
      isClosed = true;
      http.destroy();
      https.destroy();
    },
  };
}

async function writeBody(request: ClientRequest, { body, pauseMs }: Outgoing): Promise<void> {
  if (pauseMs === 0) {
    request.end(body);
    return;
  }
  const bytes = Buffer.from(body);
  const half = Math.ceil(bytes.length / 2);
  request.write(bytes.subarray(0, half));
  await delay(pauseMs, undefined, { ref: false });
  if (!request.destroyed) request.end(bytes.subarray(half));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

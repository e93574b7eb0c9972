import { Agent as HttpAgent, request as httpRequest } from "node:http";
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

  const attempt = (outgoing: Outgoing): Promise<SendResult> =>
    new Promise((resolve) => {
      const startedMs = performance.now();
      const isTls = outgoing.url.startsWith("https:");
      const settle = (status: number | null, failure: string | null) =>
        resolve({ status, failure, latencyMs: Math.round(performance.now() - startedMs) });
      const request = (isTls ? httpsRequest : httpRequest)(outgoing.url, {
        method: "POST",
        agent: isTls ? https : http,
        headers: { ...outgoing.headers, "content-length": String(Buffer.byteLength(outgoing.body)) },
      });
      const timer = setTimeout(() => {
        settle(null, "No answer in time");
        request.destroy();
      }, outgoing.timeoutMs);
      request.on("close", () => clearTimeout(timer));
      request.on("response", (response) => {
        const status = response.statusCode ?? 0;
        settle(status, status >= 200 && status < 300 ? null : `Answered with status ${status}`);
        response.resume();
        response.on("error", () => request.destroy());
      });
      request.on("error", (error) => {
        // The destination closed an idle connection just as we took it. That says nothing about the destination.
        if (request.reusedSocket && "code" in error && error.code === "ECONNRESET")
          resolve(attempt(outgoing));
        else settle(null, "code" in error ? `No connection: ${String(error.code)}` : "No connection");
      });
      void writeBody(request, outgoing);
    });

  return {
    send: attempt,
    close: () => {
      http.destroy();
      https.destroy();
    },
  };
}

async function writeBody(
  request: ReturnType<typeof httpRequest>,
  { body, pauseMs }: Outgoing,
): Promise<void> {
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

import type { Socket } from "node:net";
import { rejections, UNKNOWN_STORE, type RefusedRequest } from "./rejections.ts";

/** What Node itself answers to what it cannot read. Source: Node.js, lib/_http_server.js, socketOnError. */
const STATUS_LINES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
const BAD_REQUEST = "400 Bad Request";

/** Nothing is known of a request that could not be read. */
const UNREAD: RefusedRequest = { headers: [], values: {}, bytes: null };

/**
 * Answers what is no HTTP, or takes too long to become some, as Node would, and counts it: for `clientError` of the
 * server. It belongs to no store, since no one could read for which it was meant.
 */
export function answerMalformed(error: Error & { code?: string }, socket: Socket, now: Date): void {
  // The sender went away, or never sent a byte, as browsers do that open connections ahead of need: nothing is refused.
  if (error.code === "ECONNRESET" || !socket.writable || socket.bytesRead === 0) {
    socket.destroy();
    return;
  }
  const reason = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "too_slow" : "malformed";
  rejections().add(UNKNOWN_STORE, reason, UNREAD, now);
  const statusLine = STATUS_LINES[error.code ?? ""] ?? BAD_REQUEST;
  socket.end(`HTTP/1.1 ${statusLine}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}

/** Counts a connection that was closed at once because there were too many. */
export function countDropped(now: Date): void {
  rejections().add(UNKNOWN_STORE, "overloaded", UNREAD, now);
}

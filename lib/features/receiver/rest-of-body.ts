import type { IncomingMessage } from "node:http";

/** As much as the proxies of `deploy/` let through beyond what an arrival may have. */
const REST_BYTES_MAX = 256 * 1024;
/** A proxy has all of it already and sends it at once. */
const REST_MS_MAX = 2_000;

/**
 * Takes what still comes of a refused request's body, if it has one, and throws it away. A server that closes a connection on which bytes are left unread
 * resets it, and HAProxy then may lose the answer: one sender in twenty-five had none. Resolves when the body has come
 * to its end, when its sender is gone, or when the rest is too much or takes too long. Never fails.
 */
export function passRest(request: IncomingMessage): Promise<void> {
  return new Promise((settle) => {
    if (request.readableEnded || request.destroyed) return settle();
    let bytes = 0;
    const end = () => {
      clearTimeout(giveUp);
      request.pause();
      settle();
    };
    const giveUp = setTimeout(end, REST_MS_MAX);
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > REST_BYTES_MAX) end();
    });
    request.once("end", end);
    request.once("close", end);
    // One that was read in part was paused.
    request.resume();
  });
}

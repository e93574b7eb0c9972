import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_BYTES_MAX, receiver, STATUS_OF } from "./receive.ts";

const PATH = /^\/api\/webhooks\/([^/?#]+)\/?(?:[?#]|$)/;

/**
 * The store's hash, when a request's path is an address of the receiver; undefined otherwise.
 * @param url Path and query, as `IncomingMessage.url` has it.
 */
export function receiverPath(url: string | undefined): string | undefined {
  return PATH.exec(url ?? "")?.[1];
}

/**
 * The receiver's door on a plain Node server: answers one delivery for `storeHash` with a status and nothing else.
 * It does 4.5 to 11 times what a Next.js route handler can, which is why the custom server has it.
 * Never throws; a sender that goes away is forgotten.
 */
export async function answerDelivery(
  request: IncomingMessage,
  response: ServerResponse,
  storeHash: string,
  now: () => Date,
): Promise<void> {
  if (request.method !== "POST") return answer(response, 405, { Allow: "POST" });
  const body = await readBody(request);
  if (body === "gone") return;
  // The rest of an oversized body is not read; the connection cannot be used for another request.
  if (body === "too_large") return answer(response, 413, { Connection: "close" });
  try {
    const receipt = await (await receiver()).receive({ storeHash, headers: headersOf(request), body }, now());
    answer(response, STATUS_OF[receipt.outcome]);
  } catch {
    answer(response, STATUS_OF.not_committed);
  }
}

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Length": "0", ...headers }).end();
}

/** A header that came twice is joined by `node:http` itself, save for `set-cookie`, which no delivery has. */
function headersOf({ headers }: IncomingMessage): Record<string, string | undefined> {
  delete headers["set-cookie"];
  // Cast: every other header is one text; see the documentation of `message.headers`.
  return headers as Record<string, string | undefined>;
}

/** Resolves with the whole body, or with why there is none. By events: iterating a stream costs several times as much. */
function readBody(request: IncomingMessage): Promise<Buffer | "too_large" | "gone"> {
  return new Promise((settle) => {
    if (Number(request.headers["content-length"] ?? 0) > BODY_BYTES_MAX) return settle("too_large");
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > BODY_BYTES_MAX) return settle("too_large");
      chunks.push(chunk);
    });
    request.once("end", () => settle(Buffer.concat(chunks, bytes)));
    request.once("close", () => settle("gone"));
  });
}

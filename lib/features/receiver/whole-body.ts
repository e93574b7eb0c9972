import type { IncomingMessage } from "node:http";
import type { BodyBudget, GaveWay } from "./body-budget.ts";

/** Why there is no whole body. */
export type CutShort = GaveWay | "too_large";

/**
 * Reads a body, within the bounds of `budget` for all of them. Resolves with the whole of it, with why it was cut short,
 * or with "gone" when its sender went away. By events: iterating a stream costs several times as much. Never fails.
 */
export function readWhole(
  request: IncomingMessage,
  budget: BodyBudget,
  bytesMax: number,
): Promise<Buffer | CutShort | "gone"> {
  return new Promise((settle) => {
    if (Number(request.headers["content-length"] ?? 0) > bytesMax) return settle("too_large");
    const chunks: Buffer[] = [];
    let bytes = 0;
    const stop = (why: CutShort | "gone") => {
      budget.end(reader);
      request.pause();
      chunks.length = 0;
      settle(why);
    };
    const reader = budget.begin(performance.now(), stop);
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.byteLength;
      chunks.push(chunk);
      if (bytes > bytesMax) stop("too_large");
      else budget.grow(reader, chunk.byteLength);
    });
    request.once("end", () => {
      budget.end(reader);
      settle(Buffer.concat(chunks, bytes));
    });
    request.once("close", () => stop("gone"));
  });
}

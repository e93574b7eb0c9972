import { setTimeout as pause } from "node:timers/promises";
import { Hono } from "hono";
import type { World } from "#simulator/world/world.ts";
import { findReceiver, noteRequest } from "./receivers.ts";

/** What other systems send is taken up to this size. */
const BODY_BYTES_MAX = 1_048_576;

/**
 * The receivers' own addresses, to be mounted at `/receivers`.
 * @param closing ends answers that are held back, when the simulator stops.
 */
export function receiverRoutes(world: World, closing: AbortSignal): Hono {
  const routes = new Hono();
  routes.post("/:id", async (context) => {
    const receiver = findReceiver(world, context.req.param("id"));
    if (!receiver) return context.text("There is no receiver at this address", 404);
    if (Number(context.req.header("content-length") ?? 0) > BODY_BYTES_MAX)
      return context.text("That is too large", 413);
    const body = await context.req.text();
    const { status, delayMs, headers, body: answer } = receiver.answer;
    noteRequest(world, receiver, {
      at: new Date().toISOString(),
      headers: context.req.header(),
      body,
      status,
    });
    const gone = AbortSignal.any([closing, context.req.raw.signal]);
    if (status === null) await untilAborted(gone);
    else if (delayMs > 0) await pause(delayMs, undefined, { signal: gone }).catch(() => undefined);
    return new Response(status === 204 || status === 304 ? null : answer, { status: status ?? 503, headers });
  });
  return routes;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

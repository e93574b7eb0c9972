import { Hono } from "hono";
import { z } from "zod";
import { findReceiver, makeReceiver } from "#simulator/receivers/receivers.ts";
import type { Receiver } from "#simulator/world/receiver.ts";
import type { World } from "#simulator/world/world.ts";
import { inputOf, refusal } from "./input.ts";

const NewReceiver = z.strictObject({
  name: z.string().min(1).max(60).optional(),
  /** The store whose control panel is to show it. */
  storeHash: z.string().min(1).optional(),
});
const AnswerChange = z.strictObject({
  status: z.number().int().min(200).max(599).nullable().optional(),
  delayMs: z.number().int().min(0).max(120_000).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().max(10_000_000).optional(),
});

/** Control calls of the receivers that events are passed on to: make one, say what it answers, look at what came. */
export function receiverControls(world: World): Hono {
  const routes = new Hono();
  const find = (id: string): Receiver => {
    const receiver = findReceiver(world, id);
    if (!receiver) throw refusal(404, `There is no receiver ${id}`);
    return receiver;
  };

  routes.get("/", (context) =>
    context.json({ receivers: world.state.receivers.map((receiver) => told(receiver, context.req.url)) }),
  );

  routes.post("/", async (context) => {
    const input = await inputOf(context, NewReceiver);
    if (input.storeHash !== undefined && !world.store(input.storeHash))
      throw refusal(404, `There is no store ${input.storeHash}`);
    try {
      return context.json(told(makeReceiver(world, input), context.req.url), 201);
    } catch (error) {
      if (error instanceof RangeError) throw refusal(409, error.message);
      throw error;
    }
  });

  routes.put("/:id", async (context) => {
    const receiver = find(context.req.param("id"));
    const { status, delayMs, headers, body } = await inputOf(context, AnswerChange);
    const { answer } = receiver;
    receiver.answer = {
      status: status === undefined ? answer.status : status,
      delayMs: delayMs ?? answer.delayMs,
      headers: headers ?? answer.headers,
      body: body ?? answer.body,
    };
    world.save();
    return context.json(told(receiver, context.req.url));
  });

  routes.get("/:id/requests", (context) =>
    context.json({ requests: find(context.req.param("id")).requests }),
  );

  return routes;
}

const told = ({ id, name, storeHash, answer, requests }: Receiver, base: string) => ({
  id,
  name,
  storeHash,
  url: new URL(`/receivers/${id}`, base).href,
  answer,
  count: requests.length,
});

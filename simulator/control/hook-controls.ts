import { Hono } from "hono";
import { z } from "zod";
import { changeHook, makeHook } from "#simulator/api/hook-routes.ts";
import type { AppProfile } from "#simulator/app-calls/profile.ts";
import type { DeliveryEngine } from "#simulator/deliveries/engine.ts";
import type { World } from "#simulator/world/world.ts";
import { inputOf, refusal } from "./input.ts";

const Fields = z.strictObject({
  scope: z.string().min(1),
  destination: z.string().min(1),
  headers: z.record(z.string(), z.string()).nullable().optional(),
  is_active: z.boolean().optional(),
  status: z.enum(["active", "inactive", "deactivated"]).optional(),
  client_id: z.string().min(1).optional(),
});
const UnixSeconds = z.number().int().min(0);
/** Times, too: a hook can be made to look as old as a test needs it. */
const Change = Fields.extend({ created_at: UnixSeconds, updated_at: UnixSeconds }).partial();

/** Control calls that look at hooks of all clients and tamper with them; none of the API's rules applies. */
export function hookControls(world: World, app: AppProfile, engine: DeliveryEngine): Hono {
  const routes = new Hono();
  const of = (hash: string) => {
    if (!world.store(hash)) throw refusal(404, `There is no store ${hash}`);
    return world.state.hooks.filter(({ store_hash }) => store_hash === hash);
  };
  const find = (hash: string, id: string) => {
    const hook = of(hash).find((candidate) => String(candidate.id) === id);
    if (!hook) throw refusal(404, `Store ${hash} has no hook ${id}`);
    return hook;
  };

  routes.get("/:hash/hooks", (context) => context.json({ hooks: of(context.req.param("hash")) }));

  routes.post("/:hash/hooks", async (context) => {
    const hash = context.req.param("hash");
    of(hash);
    const { client_id = app.clientId, status, ...fields } = await inputOf(context, Fields);
    const hook = makeHook(world, { store_hash: hash, client_id, ...fields, ...(status && activity(status)) });
    if (status) hook.status = status;
    return context.json(hook, 201);
  });

  routes.patch("/:hash/hooks/:id", async (context) => {
    const hook = find(context.req.param("hash"), context.req.param("id"));
    const { client_id, status, created_at, updated_at, ...change } = await inputOf(context, Change);
    changeHook(world, hook, { ...change, ...(status && activity(status)) });
    if (created_at !== undefined) hook.created_at = created_at;
    if (updated_at !== undefined) hook.updated_at = updated_at;
    if (client_id) hook.client_id = client_id;
    if (status) hook.status = status;
    engine.wake();
    return context.json(hook);
  });

  routes.delete("/:hash/hooks/:id", (context) => {
    const hook = find(context.req.param("hash"), context.req.param("id"));
    world.state.hooks = world.state.hooks.filter((other) => other !== hook);
    world.save();
    engine.wake();
    return context.json(hook);
  });

  return routes;
}

/** A status and the switch never contradict each other at BigCommerce, so neither do they here. */
const activity = (status: "active" | "inactive" | "deactivated") => ({ is_active: status === "active" });

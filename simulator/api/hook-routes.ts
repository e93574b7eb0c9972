import { Hono } from "hono";
import { z } from "zod";
import { isBlocked } from "#simulator/deliveries/block-list.ts";
import type { DeliveryEngine } from "#simulator/deliveries/engine.ts";
import { emailKey } from "#simulator/deliveries/notices.ts";
import type { SimulatedHook } from "#simulator/world/state.ts";
import type { World } from "#simulator/world/world.ts";
import { checkHookChange, checkNewHook, conflictOf, type HookChange } from "./hook-input.ts";
import type { GateEnv } from "./gate.ts";
import { pageOf } from "./pages.ts";
import { dataInvalid, hookNotFound, inputInvalid, problemResponse } from "./problems.ts";

const Emails = z.object({ emails: z.array(z.email()) });

/** The hooks API, V3, for one client's hooks of one store. Source: BigCommerce's OpenAPI file of it. */
export function hookRoutes(world: World, engine: DeliveryEngine): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  const mine = (storeHash: string, clientId: string) =>
    world.state.hooks.filter((hook) => hook.store_hash === storeHash && hook.client_id === clientId);

  routes.get("/", (context) => {
    const { hash } = context.get("store");
    const { is_active: isActive, scope, destination, page, limit } = context.req.query();
    const hooks = mine(hash, context.get("clientId")).filter(
      (hook) =>
        (isActive === undefined || String(hook.is_active) === isActive) &&
        (scope === undefined || hook.scope === scope) &&
        (destination === undefined || hook.destination === destination),
    );
    const { items, pagination } = pageOf(hooks, { page, limit }, { is_active: isActive, scope, destination });
    return context.json({ data: items.map(publicHook), meta: { pagination } });
  });

  routes.post("/", async (context) => {
    const body = await jsonOf(context.req.raw);
    if (body === undefined) return problemResponse(inputInvalid());
    const checked = checkNewHook(body);
    if (!checked.ok) return problemResponse(dataInvalid(checked.errors));
    const { hash } = context.get("store");
    const clientId = context.get("clientId");
    const conflict = conflictOf(checked.input, mine(hash, clientId));
    if (conflict) return problemResponse(dataInvalid(conflict));
    const hook = makeHook(world, { store_hash: hash, client_id: clientId, ...checked.input });
    return context.json({ data: publicHook(hook), meta: {} });
  });

  routes.get("/admin", (context) => {
    const { hash } = context.get("store");
    const clientId = context.get("clientId");
    const isActive = context.req.query("is_active");
    const hooks = mine(hash, clientId).filter(
      (hook) => isActive === undefined || String(hook.is_active) === isActive,
    );
    const { pagination } = pageOf(hooks, {}, { is_active: isActive });
    const nowMs = world.clock.nowMs();
    const blocked = Object.values(world.state.hosts).filter(
      (window) => window.clientId === clientId && isBlocked(window, nowMs),
    );
    return context.json({
      data: {
        emails: world.state.adminEmails[emailKey(hash, clientId)] ?? [],
        hooks_list: hooks.map((hook) => ({ ...publicHook(hook), status: hook.status })),
        blocked_domains: blocked.map(({ origin, blockedUntilMs, reasons }) => ({
          destination: origin,
          time_left: Math.ceil((blockedUntilMs - nowMs) / 1000),
          reasons,
        })),
      },
      meta: { pagination },
    });
  });

  routes.put("/admin", async (context) => {
    const body = await jsonOf(context.req.raw);
    if (body === undefined) return problemResponse(inputInvalid());
    const emails = Emails.safeParse(body);
    if (!emails.success) return problemResponse(dataInvalid({ emails: "error.expected.email" }));
    const key = emailKey(context.get("store").hash, context.get("clientId"));
    world.state.adminEmails[key] = emails.data.emails;
    world.save();
    return context.body(null, 204);
  });

  const find = (storeHash: string, clientId: string, id: string) =>
    mine(storeHash, clientId).find((hook) => String(hook.id) === id);

  routes.get("/:id", (context) => {
    const id = context.req.param("id");
    const hook = find(context.get("store").hash, context.get("clientId"), id);
    if (!hook) return problemResponse(hookNotFound(id));
    return context.json({ data: publicHook(hook), meta: {} });
  });

  routes.put("/:id", async (context) => {
    const { hash } = context.get("store");
    const clientId = context.get("clientId");
    const id = context.req.param("id");
    const hook = find(hash, clientId, id);
    if (!hook) return problemResponse(hookNotFound(id));
    const body = await jsonOf(context.req.raw);
    if (body === undefined) return problemResponse(inputInvalid());
    const checked = checkHookChange(body);
    if (!checked.ok) return problemResponse(dataInvalid(checked.errors));
    const { scope = hook.scope, destination = hook.destination } = checked.input;
    const others = mine(hash, clientId).filter((other) => other !== hook);
    const conflict = conflictOf({ scope, destination }, others);
    if (conflict) return problemResponse(dataInvalid(conflict));
    changeHook(world, hook, checked.input);
    engine.wake();
    return context.json({ data: publicHook(hook), meta: {} });
  });

  routes.delete("/:id", (context) => {
    const id = context.req.param("id");
    const hook = find(context.get("store").hash, context.get("clientId"), id);
    if (!hook) return problemResponse(hookNotFound(id));
    world.state.hooks = world.state.hooks.filter((other) => other !== hook);
    world.save();
    engine.wake();
    return context.json({ data: publicHook(hook), meta: {} });
  });

  return routes;
}

/** Makes a hook without asking whether it is allowed. Two calls make two hooks. */
export function makeHook(
  world: World,
  input: Pick<SimulatedHook, "store_hash" | "client_id" | "scope" | "destination"> & HookChange,
): SimulatedHook {
  const nowMs = Date.now();
  const isActive = input.is_active ?? true;
  const hook: SimulatedHook = {
    id: world.takeId(),
    client_id: input.client_id,
    store_hash: input.store_hash,
    scope: input.scope,
    destination: input.destination,
    headers: input.headers ?? null,
    is_active: isActive,
    created_at: Math.floor(nowMs / 1000),
    updated_at: Math.floor(nowMs / 1000),
    status: isActive ? "active" : "inactive",
    readyAtMs: nowMs + world.state.settings.warmUpSeconds * 1000,
    lastActivityMs: world.clock.nowMs(),
  };
  world.state.hooks.push(hook);
  world.save();
  return hook;
}

/**
 * Changes what is given and leaves the rest. Switching a hook on arms it again, whoever switched it off. Even a change to
 * what it was is activity, as long as the settings say so.
 */
export function changeHook(world: World, hook: SimulatedHook, change: HookChange): void {
  if (change.scope !== undefined) hook.scope = change.scope;
  if (change.destination !== undefined) hook.destination = change.destination;
  if (change.headers !== undefined) hook.headers = change.headers;
  if (change.is_active !== undefined) {
    if (change.is_active && !hook.is_active) hook.lastActivityMs = world.clock.nowMs();
    hook.is_active = change.is_active;
    hook.status = change.is_active ? "active" : "inactive";
  }
  if (world.state.settings.updatesKeepAlive) hook.lastActivityMs = world.clock.nowMs();
  hook.updated_at = Math.floor(Date.now() / 1000);
  world.save();
}

function publicHook(hook: SimulatedHook) {
  const { id, client_id, store_hash, scope, destination, headers, is_active, created_at, updated_at } = hook;
  return { id, client_id, store_hash, scope, destination, headers, is_active, created_at, updated_at };
}

/** The body as JSON, or undefined when it is none. */
async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

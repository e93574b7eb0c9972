import { Hono } from "hono";
import { exchangeCode } from "#simulator/app-calls/grants.ts";
import type { AppProfile } from "#simulator/app-calls/profile.ts";
import type { World } from "#simulator/world/world.ts";
import { pause } from "./gate.ts";

/** `POST /oauth2/token`: swaps a code for a token; JSON and forms are understood. Source: BigCommerce docs, Single-click app auth. */
export function tokenRoute(world: World, app: AppProfile, closing: AbortSignal): Hono {
  const routes = new Hono();
  routes.post("/token", async (context) => {
    const { mode } = world.state.faults.oauth;
    if (mode === "hang") await pause(undefined, context, closing);
    if (mode === "500") return context.json({ error: "server_error" }, 500);
    const request = await bodyOf(context.req.raw);
    const granted = mode === "none" && request ? exchangeCode(world, app, request) : null;
    return granted ? context.json(granted) : context.json({ error: "invalid_grant" }, 400);
  });
  return routes;
}

async function bodyOf(request: Request): Promise<Record<string, unknown> | null> {
  const text = await request.text();
  if (!request.headers.get("content-type")?.includes("json"))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? { ...body } : null;
  } catch {
    return null;
  }
}

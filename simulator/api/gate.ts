import { setTimeout as delay } from "node:timers/promises";
import type { Context, MiddlewareHandler } from "hono";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { strikes, type Faults } from "#simulator/world/faults.ts";
import type { World } from "#simulator/world/world.ts";
import {
  platformFailure,
  problemResponse,
  storeSuspended,
  tooManyRequests,
  unauthorized,
} from "./problems.ts";
import { type RateLimiter, rateLimitHeaders } from "./rate-limit.ts";

/** What a request has after it passed the gate. */
export interface GateEnv {
  Variables: { store: SimulatedStore; clientId: string };
}

/**
 * What stands before every resource of a store: the platform's faults, the quota, the token.
 * Every answer carries the rate limit headers, save where the fault is that it does not.
 */
export function gate(world: World, limiter: RateLimiter, closing: AbortSignal): MiddlewareHandler<GateEnv> {
  return async (context, next) => {
    const { api } = world.state.faults;
    if (api.latencyMs > 0) await pause(api.latencyMs, context, closing);
    const mode = takeFault(api);
    if (mode === "hang") await pause(undefined, context, closing);
    if (mode === "500" || mode === "503") return problemResponse(platformFailure(mode === "500" ? 500 : 503));
    if (mode === "suspended") return problemResponse(storeSuspended());
    if (mode === "429-without-headers") return problemResponse(tooManyRequests());

    const hash = context.req.param("hash") ?? "";
    const store = world.store(hash);
    const quota = limiter.take(store ? hash : "", world.state.settings.quotaPerWindow, Date.now());
    if (mode === "429") quota.isSpent = true;
    const headers = rateLimitHeaders(quota);
    const refuse = (problem: ReturnType<typeof unauthorized>) => {
      const response = problemResponse(problem);
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      return response;
    };
    if (quota.isSpent) return refuse(tooManyRequests());
    const { installation } = store ?? {};
    const token = context.req.header("x-auth-token");
    if (mode === "401" || !store || !installation || !token || token !== installation.accessToken)
      return refuse(unauthorized());

    context.set("store", store);
    context.set("clientId", installation.clientId);
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    return undefined;
  };
}

/** The fault that this request meets; one that was set for a number of requests counts down and ends. */
function takeFault(api: Faults["api"]): Faults["api"]["mode"] {
  if (api.mode === "none" || !strikes(api.rate)) return "none";
  if (api.times === null) return api.mode;
  if (api.times === 0) return "none";
  const { mode } = api;
  api.times -= 1;
  if (api.times === 0) Object.assign(api, { mode: "none", times: null });
  return mode;
}

/** Waits so long, or without end, but never longer than the client listens or the simulator runs. */
export async function pause(
  forMs: number | undefined,
  context: Context,
  closing: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([context.req.raw.signal, closing]);
  await delay(forMs ?? 2_147_483_647, undefined, { signal, ref: false }).catch(() => undefined);
}

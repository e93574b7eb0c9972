import type { ControlParts } from "./parts.ts";
import { Hono } from "hono";
import { z } from "zod";
import { changeFaults, FaultsChange, noFaults } from "#simulator/world/faults.ts";
import { SettingsChange } from "#simulator/world/settings.ts";
import { eventSource } from "./fire-events.ts";
import { hookControls } from "./hook-controls.ts";
import { inputOf } from "./input.ts";
import { receiverControls } from "./receiver-controls.ts";
import { storeControls } from "./store-controls.ts";

const Advance = z.strictObject({
  advanceSeconds: z
    .number()
    .min(0)
    .max(400 * 86_400),
});

/** The calls under `/control`: for tests, demos and checks, never for an app. */
export function controlRoutes(parts: Omit<ControlParts, "source">): { routes: Hono; stop: () => void } {
  const { world, engine, forget } = parts;
  const source = eventSource(engine);
  const routes = new Hono();

  routes.get("/faults", (context) => context.json(world.state.faults));
  routes.post("/faults", async (context) => {
    world.state.faults = changeFaults(world.state.faults, await inputOf(context, FaultsChange));
    world.save();
    return context.json(world.state.faults);
  });
  routes.delete("/faults", (context) => {
    world.state.faults = noFaults();
    world.save();
    return context.json(world.state.faults);
  });

  const clock = () => ({
    now: new Date(world.clock.nowMs()).toISOString(),
    aheadSeconds: world.clock.offsetMs() / 1000,
  });
  routes.get("/clock", (context) => context.json(clock()));
  routes.post("/clock", async (context) => {
    await engine.advance((await inputOf(context, Advance)).advanceSeconds);
    return context.json(clock());
  });

  routes.get("/settings", (context) => context.json(world.state.settings));
  routes.post("/settings", async (context) => {
    Object.assign(world.state.settings, await inputOf(context, SettingsChange));
    world.save();
    return context.json(world.state.settings);
  });

  routes.get("/mails", (context) => context.json({ mails: world.state.mails }));
  routes.post("/reset", (context) => {
    source.stop();
    world.reset();
    forget();
    return context.json({ reset: true });
  });

  routes.route("/receivers", receiverControls(world));
  routes.route("/stores", storeControls({ ...parts, source }));
  routes.route("/stores", hookControls(world, parts.app, engine));
  return { routes, stop: () => source.stop() };
}

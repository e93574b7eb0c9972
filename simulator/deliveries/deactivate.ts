import type { SimulatedHook } from "#simulator/world/state.ts";
import type { World } from "#simulator/world/world.ts";
import { isTooQuiet } from "./ladder.ts";
import { sendMail } from "./notices.ts";

/** Switches a hook off as BigCommerce does: what waits for it is dropped and a mail says why. */
export function deactivate(world: World, hook: SimulatedHook, why: string): void {
  hook.is_active = false;
  hook.status = "deactivated";
  hook.updated_at = Math.floor(Date.now() / 1000);
  for (const item of Object.values(world.state.queue))
    if (item.hookId === hook.id) delete world.state.queue[item.id];
  const text = `${hook.scope} to ${hook.destination}: ${why}`;
  sendMail(world, hook, `Webhook ${hook.id} was deactivated`, text);
}

/** Switches off every hook that was sent nothing for 90 virtual days. */
export function deactivateQuietHooks(world: World): void {
  for (const hook of world.state.hooks)
    if (hook.is_active && isTooQuiet(hook.lastActivityMs, world.clock.nowMs()))
      deactivate(world, hook, "nothing was sent for 90 days");
}

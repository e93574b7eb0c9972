import type { AppProfile } from "#simulator/app-calls/profile.ts";
import type { DeliveryEngine } from "#simulator/deliveries/engine.ts";
import type { World } from "#simulator/world/world.ts";
import type { EventSource } from "./fire-events.ts";

/** What the control calls work on. */
export interface ControlParts {
  world: World;
  app: AppProfile;
  engine: DeliveryEngine;
  source: EventSource;
  /** Forgets what lives outside the world: quotas. */
  forget(): void;
}

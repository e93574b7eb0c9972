import { join, resolve } from "node:path";
import { z } from "zod";

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).origin === value, "must be an origin without a path");

const Environment = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  APP_URL: origin.default("http://localhost:3000"),
  BIGCOMMERCE_CLIENT_ID: z.string({ error: "is missing" }).min(1, "is empty"),
  BIGCOMMERCE_CLIENT_SECRET: z.string({ error: "is missing" }).min(1, "is empty"),
  DATA_DIR: z.string().min(1).default(".data"),
});

/** What the environment decides for the simulator. */
export interface SimulatorConfig {
  port: number;
  app: { clientId: string; clientSecret: string; origin: string };
  /** Absolute path of the file that the world is kept in. */
  stateFile: string;
}

/**
 * Reads the settings from an environment.
 * @throws Error whose message names every fault
 */
export function parseSimulatorConfig(environment: Record<string, string | undefined>): SimulatorConfig {
  const result = Environment.safeParse(environment);
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    throw new Error(`The simulator cannot start:\n  ${faults.join("\n  ")}`);
  }
  const settings = result.data;
  return {
    port: settings.SIMULATOR_PORT,
    app: {
      clientId: settings.BIGCOMMERCE_CLIENT_ID,
      clientSecret: settings.BIGCOMMERCE_CLIENT_SECRET,
      origin: settings.APP_URL,
    },
    stateFile: join(resolve(settings.DATA_DIR), "simulator.json"),
  };
}

/** The settings of this process; throws as {@link parseSimulatorConfig} does. */
export const simulatorConfig = (): SimulatorConfig => parseSimulatorConfig(process.env);

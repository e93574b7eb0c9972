import { z } from "zod";
import { wholeNumber } from "./setting-kinds.ts";

/** Who may read what the processes count of themselves, and where a worker tells it. */
export const METRICS_SETTINGS = {
  METRICS_TOKEN: z.string().min(1).optional(),
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
};

export interface MetricsSettings {
  /** Who brings it as a bearer token may read. */
  token: string;
  /** Where a worker process listens; null where nobody is to ask it. The app answers where it listens anyway. */
  workerPort: number | null;
}

/** The settings of metrics; null when there are to be none. Pure. */
export function metricsOf(given: {
  METRICS_TOKEN?: string | undefined;
  METRICS_PORT?: number | undefined;
}): MetricsSettings | null {
  const { METRICS_TOKEN: token, METRICS_PORT: workerPort = null } = given;
  return token === undefined ? null : { token, workerPort };
}

import { Registry } from "prom-client";
import { processWide } from "#lib/process-wide.ts";
import { bigcommerceMetrics } from "./bigcommerce.ts";
import { forwardingMetrics } from "./forwarding.ts";
import { houseMetrics } from "./house.ts";
import { receiverMetrics } from "./receiver.ts";
import { spoolMetrics } from "./spool.ts";

/**
 * What this process counts of itself, for `/api/metrics`. Counting is always on, since it costs next to nothing; only
 * `lib/screens/metrics` reads it. No label ever names a store, a person or an address: there would be thousands of series,
 * and whoever reads the figures may know none of them.
 */
export const metrics = () => processWide("metrics", makeMetrics);

function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    ...receiverMetrics(registers),
    ...spoolMetrics(registers),
    ...bigcommerceMetrics(registers),
    ...forwardingMetrics(registers),
    ...houseMetrics(registers),
  };
}

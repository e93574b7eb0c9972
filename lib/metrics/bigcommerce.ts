import { Counter, Gauge, type Registry } from "prom-client";

/** Statuses that BigCommerce documents; any other is told by its class, so that there are few. */
const STATUSES: ReadonlySet<number> = new Set([
  200, 201, 202, 204, 207, 400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 502, 503, 504,
]);

/** What a call to BigCommerce came to, as a label. Pure. */
export const statusLabel = (status: number): string =>
  STATUSES.has(status) ? String(status) : `${Math.floor(status / 100)}xx`;

/** What is counted of calls to BigCommerce. */
export function bigcommerceMetrics(registers: Registry[]) {
  return {
    bigcommerceCalls: new Counter<"status">({
      name: "webhook_keeper_bigcommerce_calls_total",
      help: "Calls to BigCommerce by the status of the answer; timed_out or unreachable without one.",
      labelNames: ["status"],
      registers,
    }),
    quotaLeft: new Gauge({
      name: "webhook_keeper_bigcommerce_quota_left_ratio",
      help: "The smallest part of its quota that a store has left, of those that this process calls; 1 when all is left.",
      registers,
    }),
  };
}

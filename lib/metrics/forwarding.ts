import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { OUTCOMES } from "#lib/contract/values/destinations.ts";

/** What is counted of events that go out to destinations. */
export function forwardingMetrics(registers: Registry[]) {
  const attempts = new Counter<"outcome">({
    name: "webhook_keeper_deliveries_total",
    help: "Attempts to hand an event to a destination, by what they came to.",
    labelNames: ["outcome"],
    registers,
  });
  for (const outcome of OUTCOMES) attempts.inc({ outcome }, 0);
  return {
    attempts,
    attemptSeconds: new Histogram({
      name: "webhook_keeper_delivery_seconds",
      help: "How long an attempt took until its answer was there.",
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    forwardLag: new Histogram({
      name: "webhook_keeper_forward_lag_seconds",
      help: "From an event's first arrival until its first attempt at a destination was begun.",
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 7_200],
      registers,
    }),
    forwardWaiting: new Gauge({
      name: "webhook_keeper_forward_waiting",
      help: "Events that this process holds for its destinations, those that are tried again among them.",
      registers,
    }),
  };
}

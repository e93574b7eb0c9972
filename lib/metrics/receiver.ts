import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { REJECTION_REASONS, type RejectionReason } from "#lib/contract/values/rejections.ts";

/** What is counted of deliveries that come in. */
export function receiverMetrics(registers: Registry[]) {
  const refused = new Counter<"reason">({
    name: "webhook_keeper_arrivals_refused_total",
    help: "Deliveries that were refused, by reason. Test events of our own are left out.",
    labelNames: ["reason"],
    registers,
  });
  // What is there from the beginning has a rate from the first one on.
  for (const reason of REJECTION_REASONS) refused.inc({ reason } satisfies { reason: RejectionReason }, 0);
  return {
    refused,
    stored: new Counter({
      name: "webhook_keeper_arrivals_stored_total",
      help: "Deliveries that were acknowledged because they are committed to the database.",
      registers,
    }),
    commitsFailed: new Counter({
      name: "webhook_keeper_commits_failed_total",
      help: "Commits of deliveries that failed; none of their deliveries is acknowledged as stored.",
      registers,
    }),
    commitSeconds: new Histogram({
      name: "webhook_keeper_commit_seconds",
      help: "How long a commit of deliveries took.",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4],
      registers,
    }),
    commitArrivals: new Histogram({
      name: "webhook_keeper_commit_arrivals",
      help: "Deliveries that one commit wrote.",
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
      registers,
    }),
    arrivalLag: new Histogram({
      name: "webhook_keeper_arrival_lag_seconds",
      help: "From what happened in the shop until its delivery came, by BigCommerce's time and ours.",
      buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 7_200, 43_200, 172_800],
      registers,
    }),
    waitingArrivals: new Gauge({
      name: "webhook_keeper_arrivals_waiting",
      help: "Deliveries in memory that wait for their commit or are being committed.",
      registers,
    }),
    waitingBytes: new Gauge({
      name: "webhook_keeper_arrivals_waiting_bytes",
      help: "Memory that these deliveries take, of 67108864 at most.",
      registers,
    }),
  };
}

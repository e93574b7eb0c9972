import { Counter, Gauge, type Registry } from "prom-client";

/** What is counted of deliveries that wait on this machine's disk while the database is away. */
export function spoolMetrics(registers: Registry[]) {
  return {
    spooled: new Counter({
      name: "webhook_keeper_spool_kept_total",
      help: "Deliveries that were acknowledged because they are on this machine's disk.",
      registers,
    }),
    spoolWaiting: new Gauge({
      name: "webhook_keeper_spool_waiting",
      help: "Deliveries on this machine's disk that are not in the log yet.",
      registers,
    }),
    spoolAside: new Gauge({
      name: "webhook_keeper_spool_aside",
      help: "Deliveries there that the database does not take, though it takes others.",
      registers,
    }),
    spoolState: new Gauge<"state">({
      name: "webhook_keeper_spool_state",
      help: "1 for the state of the spool, as /api/health says; only of processes of the app.",
      labelNames: ["state"],
      registers,
    }),
  };
}

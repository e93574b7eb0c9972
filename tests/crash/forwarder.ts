// A forwarder in a process of its own, to be killed. Its argument is a `ForwarderOrder`.
import { config } from "#lib/config/config.ts";
import { startForwarder } from "#lib/features/forwarding/forwarder.ts";
import { TIMES } from "#lib/features/forwarding/times.ts";
import { makeClient } from "#lib/platform/outbound/client.ts";
import { rulesOf } from "#lib/platform/outbound/rules.ts";
import { processWide } from "#lib/process-wide.ts";
import type { ForwarderOrder } from "#tests/lab/forwarder-process.ts";

const { times, nameServers } = JSON.parse(process.argv[2] ?? "{}") as ForwarderOrder; // from our own suite
if (nameServers) processWide("outbound", () => makeClient(rulesOf(config()), nameServers));
const forwarder = startForwarder({ times: { ...TIMES, ...times } });
const stop = async () => {
  await forwarder.stop();
  process.exit(0);
};
for (const signal of ["SIGTERM", "disconnect"]) process.on(signal, () => void stop());
process.send?.({ type: "ready" });

// A forwarder in a process of its own, to be killed. Its argument says how it spends its time.
import { startForwarder } from "#lib/features/forwarding/forwarder.ts";
import { TIMES, type ForwarderTimes } from "#lib/features/forwarding/times.ts";

const hurried = JSON.parse(process.argv[2] ?? "{}") as Partial<ForwarderTimes>; // from our own suite
const forwarder = startForwarder({ times: { ...TIMES, ...hurried } });
const stop = async () => {
  await forwarder.stop();
  process.exit(0);
};
for (const signal of ["SIGTERM", "disconnect"]) process.on(signal, () => void stop());
process.send?.({ type: "ready" });

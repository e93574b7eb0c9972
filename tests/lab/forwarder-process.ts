import type { ForwarderTimes } from "#lib/features/forwarding/times.ts";
import { startChild, whenReady, type Child } from "#scripts/child.ts";

/** How a forwarder of a lab is to be. */
export interface ForwarderOrder {
  /** Times that differ from the product's. */
  times?: Partial<ForwarderTimes>;
  /** DNS servers to ask instead of the machine's own. */
  nameServers?: readonly string[];
}

/** Starts a forwarder in a process of its own on the database of the settings, and waits until it runs. */
export async function startForwarderProcess(order: ForwarderOrder = {}): Promise<Child> {
  const starting = startChild({
    name: "a forwarder",
    script: "tests/crash/forwarder.ts",
    args: [JSON.stringify(order)],
    env: process.env,
    stopWithinMs: 5_000,
    onStarted: () => undefined,
  });
  await whenReady(starting);
  return starting.child;
}

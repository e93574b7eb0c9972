// Runs in front of every integration test file, before its imports: the settings are read once, and two rounds of tests
// run side by side on one machine.
import { randomInt } from "node:crypto";
import { isPortFree } from "#scripts/ports.ts";

/**
 * Below the ports that Linux gives to outgoing connections: one of those would take a port between asking and listening. And
 * above the last that `fetch` refuses to ask, 10080. Source: Fetch standard, port blocking.
 */
const [LOWEST, HIGHEST] = [10_081, 17_000];

const appPort = await freePort();
process.env.PORT = String(appPort);
process.env.SIMULATOR_PORT = String(await freePort(appPort));

/** A port on which nobody listens, chosen by chance so that no two files choose the same. */
async function freePort(taken?: number): Promise<number> {
  const port = randomInt(LOWEST, HIGHEST);
  return port !== taken && (await isPortFree(port)) ? port : freePort(taken);
}

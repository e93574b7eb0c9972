// Import first in a test file that runs the app and the simulator: the settings are read once, at a later import.
import { createServer, type AddressInfo } from "node:net";

const [appPort, simulatorPort] = await freePorts(2);
process.env.PORT = String(appPort);
process.env.SIMULATOR_PORT = String(simulatorPort);

/** Ports that were free a moment ago, all different. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.listen(0, resolve))));
  // Cast: a server that listens on a port has an address with one.
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

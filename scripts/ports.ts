import { createServer } from "node:net";

/** How far above a default the search for a free port goes. */
const PORTS_TRIED_MAX = 100;

/** Which port to use, or the sentence that says why there is none. */
export type PortChoice = { port: number; isDefault: boolean } | { fault: string };

/**
 * Chooses a port: the wanted one when it is free; the next free one when nobody asked for this one in particular.
 * @param name The setting, for the sentence.
 * @param isExplicit Whether the setting was given, rather than its default.
 * @param taken Ports that are spoken for, though nobody listens yet.
 */
export async function choosePort(
  name: string,
  wanted: number,
  isExplicit: boolean,
  taken: readonly number[],
  isFree: (port: number) => Promise<boolean>,
): Promise<PortChoice> {
  const isUsable = async (port: number) => !taken.includes(port) && (await isFree(port));
  if (isExplicit) {
    if (await isUsable(wanted)) return { port: wanted, isDefault: true };
    return {
      fault: `${name} is ${wanted}, but something else listens there: free that port, or set another ${name}`,
    };
  }
  for (let port = wanted; port < wanted + PORTS_TRIED_MAX && port <= 65_535; port++) {
    if (await isUsable(port)) return { port, isDefault: port === wanted };
  }
  return { fault: `No port from ${wanted} to ${wanted + PORTS_TRIED_MAX - 1} is free: set ${name}` };
}

/**
 * Could a server listen on this port?
 * @param host The address of this machine; without one, every address and the loopback alone.
 */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  if (host !== undefined) return canListen(port, host);
  return (await canListen(port, undefined)) && (await canListen(port, "127.0.0.1"));
}

/** Is this an address of this machine, so that something can listen on it? */
export const isOwnAddress = (host: string): Promise<boolean> => canListen(0, host);

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** What the kernel calls an open connection, and one that the other side has closed. Source: Linux, include/net/tcp_states.h. */
const ESTABLISHED = "01";
const CLOSE_WAIT = "08";

/** How many connections lead to one of these ports from this machine. Linux only. */
export const connectionsTo = (ports: readonly number[]): number =>
  tcpTable().filter(({ state, remotePort }) => state === ESTABLISHED && ports.includes(remotePort)).length;

/** How many connections a server at this port holds, those that it has not noticed the end of among them. Linux only. */
export const connectionsAt = (port: number): number =>
  tcpTable().filter(
    ({ state, localPort }) => (state === ESTABLISHED || state === CLOSE_WAIT) && localPort === port,
  ).length;

/** How many connections a process holds to a port of this machine. Linux only. */
export function connectionsOf(pid: number, port: number): number {
  const sockets = new Set(
    tcpTable().flatMap(({ state, remotePort, inode }) =>
      state === ESTABLISHED && remotePort === port ? [`socket:[${inode}]`] : [],
    ),
  );
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).filter((name) => sockets.has(linkOf(`${folder}/${name}`))).length;
}

/** Empty for one that was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

function tcpTable() {
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((path) =>
    readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const fields = line.trim().split(/\s+/);
        const [, local = "", remote = "", state] = fields;
        return { state, inode: fields[9], localPort: portOf(local), remotePort: portOf(remote) };
      }),
  );
}

const portOf = (address: string): number => Number.parseInt(address.slice(-4), 16);

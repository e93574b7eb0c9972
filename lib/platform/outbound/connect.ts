import { once } from "node:events";
import { connect as connectPlain, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import type { buildConnector } from "undici";
import { addressesOf } from "./names.ts";
import { isLoopbackName, plainHost, type Refusal } from "./rules.ts";
import { textIn } from "./system-error.ts";

/** Bound from the first packet to a connection that is ready, TLS included. */
const CONNECT_MS_MAX = 5_000;

/** What a request is at: the phase that it stopped in tells more than its error. */
export type Phase = "resolving" | "connecting" | "securing" | "answering";

/** How far a request came. */
export interface Way {
  phase: Phase;
  /** The IP address that the connection led, or was to lead, to; null when the name has none. */
  address: string | null;
}

/** An address turned out to be one that nothing is sent to. Never leaves this folder. */
export class Refused extends Error {
  readonly why: Refusal;

  constructor(why: Refusal) {
    super(`nothing is sent there: ${why}`);
    this.why = why;
  }
}

/** There is no connection. Never leaves this folder. */
export class NotConnected extends Error {
  readonly way: Readonly<Way>;
  readonly code: string | null;

  constructor(way: Way, cause: unknown) {
    super("there is no connection", { cause });
    this.way = { ...way, address: way.address ?? textIn(cause, "address") };
    this.code = textIn(cause, "code");
  }
}

/** How connections are made. */
export interface Connecting {
  /** Why nothing is sent to an IP address; null when it is open to requests. */
  refusalOf: (address: string, isSecure: boolean) => Refusal | null;
  /** DNS servers to ask; the machine's own when left out. */
  nameServers?: readonly string[] | undefined;
  /** Is kept up to date; for connections of one request alone. */
  way?: Way;
}

/**
 * Makes undici's connections: the name is asked for once, every address that it has must pass, the connection goes to
 * what was looked at, and where it led is looked at once more, since a proxy of the system may have stepped in.
 */
export function guardedConnect(connecting: Connecting): buildConnector.connector {
  const connect = async (options: buildConnector.Options, callback: buildConnector.Callback) => {
    const way = Object.assign(connecting.way ?? {}, { phase: "resolving", address: null } satisfies Way);
    let socket: Socket;
    try {
      socket = await open(options, connecting, way);
    } catch (error) {
      callback(error instanceof Refused ? error : new NotConnected(way, error), null);
      return;
    }
    callback(null, socket);
  };
  return (options, callback) => void connect(options, callback);
}

async function open(
  { hostname, protocol, port }: buildConnector.Options,
  { refusalOf, nameServers }: Connecting,
  way: Way,
): Promise<Socket> {
  const isSecure = protocol === "https:";
  const host = plainHost(hostname);
  const addresses = isLoopbackName(host)
    ? ["127.0.0.1", "::1"].filter((address) => refusalOf(address, isSecure) === null)
    : isIP(host) === 0
      ? await addressesOf(host, nameServers)
      : [host];
  for (const address of addresses) refuseIf(refusalOf(address, isSecure));

  Object.assign(way, { phase: "connecting", address: addresses[0] ?? null } satisfies Way);
  const target = {
    host,
    port: Number(port) || (isSecure ? 443 : 80),
    lookup: answering(addresses),
    noDelay: true,
  };
  const socket = isSecure
    ? connectSecure({ ...target, servername: isIP(host) === 0 ? host : "", ALPNProtocols: ["http/1.1"] })
    : connectPlain(target);
  // Between this wait and the library's own one nobody else listens.
  socket.on("error", () => undefined);
  const timer = setTimeout(() => socket.destroy(late()), CONNECT_MS_MAX);
  socket.once("connect", () => {
    const address = socket.remoteAddress ?? "";
    Object.assign(way, { phase: isSecure ? "securing" : "answering", address } satisfies Way);
    const why = refusalOf(address, isSecure);
    if (why !== null) socket.destroy(new Refused(why));
  });
  try {
    await once(socket, isSecure ? "secureConnect" : "connect");
    refuseIf(refusalOf(socket.remoteAddress ?? "", isSecure));
    way.phase = "answering";
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function refuseIf(why: Refusal | null): void {
  if (why !== null) throw new Refused(why);
}

/** Gives a connection what was looked at, so that nobody is asked a second time. */
function answering(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, { all }, answer) => {
    const [first = { address: "", family: 4 }] = known;
    if (all) answer(null, known);
    else answer(null, first.address, first.family);
  };
}

const late = () => Object.assign(new Error("no connection in time"), { code: "ETIMEDOUT" });

import { Agent, Client } from "undici";
import { config } from "#lib/config/config.ts";
import { processWide } from "#lib/process-wide.ts";
import { guardedConnect, type Way } from "./connect.ts";
import { exchange, type Outcome, type OutboundCall, type Patience } from "./exchange.ts";
import { addressRefusal, rulesOf, urlRefusal, type OutboundRules } from "./rules.ts";

/**
 * Connections to one host: many stores may send to the same, and none of them waits for another's. Who sends bounds what
 * is under way.
 */
const CONNECTIONS_MAX = 256;

/** Sends to addresses that others name, behind the guard. */
export interface OutboundClient {
  /**
   * Posts once, over a connection that may have been kept. Never throws, save that it ends when `signal` fires.
   * Repeatable as far as the receiver is.
   */
  post: (call: OutboundCall, patience: Patience) => Promise<Outcome>;
}

/**
 * A client that keeps its connections.
 * @param nameServers DNS servers to ask; the machine's own when left out.
 */
export function makeClient(rules: OutboundRules, nameServers?: readonly string[]): OutboundClient {
  const agent = new Agent({
    allowH2: false,
    pipelining: 1,
    connections: CONNECTIONS_MAX,
    connect: guardedConnect({
      refusalOf: (address, isSecure) => addressRefusal(address, isSecure, rules),
      nameServers,
    }),
  });
  return {
    post: async (call, patience) => {
      const why = urlRefusal(call.url, rules);
      return why === null ? exchange(agent, call, patience) : { kind: "refused", why };
    },
  };
}

/** The client of this process, under the rules of its settings. */
export const outbound = (): OutboundClient => processWide("outbound", () => makeClient(rulesOf(config())));

/**
 * Posts once to an address of the app itself, over a connection of its own, and tells the way there. Not to be used with
 * an address that a person else can choose: none is refused. Never throws, save that it ends when `signal` fires.
 */
export async function postToOwn(
  call: OutboundCall,
  patience: Patience,
): Promise<{ way: Readonly<Way>; outcome: Outcome }> {
  const way: Way = { phase: "resolving", address: null };
  const client = new Client(new URL(call.url).origin, {
    allowH2: false,
    connect: guardedConnect({ refusalOf: () => null, way }),
  });
  try {
    return { outcome: await exchange(client, call, patience), way };
  } finally {
    await client.destroy();
  }
}

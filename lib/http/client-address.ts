import { AsyncLocalStorage } from "node:async_hooks";
import { isIP } from "node:net";
import { config } from "#lib/config/config.ts";
import { processWide } from "#lib/process-wide.ts";

const peers = processWide("peer", () => new AsyncLocalStorage<string | undefined>());

/**
 * Runs `answer` so that `clientAddress` knows who is at the other end of the socket. Next.js tells its handlers nothing
 * of it, and a header could be sent by anyone.
 * @param peer As `socket.remoteAddress` has it.
 */
export function withPeer<Result>(peer: string | undefined, answer: () => Result): Result {
  return peers.run(peer, answer);
}

/**
 * The address that a request comes from, as far as it can be told for certain; null when it cannot, which is so where
 * `next start` serves without a trusted proxy.
 */
export function clientAddress(request: Request): string | null {
  return addressBehind(request.headers.get("X-Forwarded-For"), peers.getStore(), config().trustedProxyHops);
}

/**
 * Finds a client's address behind our own proxies. Each proxy appends the address that called it, so the client's
 * address is as far from the end as there are proxies. The client may have written everything before it. Pure.
 * @param forwarded The value of `X-Forwarded-For`. Source: MDN, X-Forwarded-For, selecting an IP address.
 * @param peer The other end of the socket, when it is known.
 * @param hops The number of our own proxies that a request passes.
 */
export function addressBehind(
  forwarded: string | null,
  peer: string | undefined,
  hops: number,
): string | null {
  if (hops === 0) return peer === undefined ? null : network(peer);
  const chain = (forwarded ?? "").split(",").map((entry) => entry.trim());
  const client = network(chain.at(-hops) ?? chain[0] ?? "");
  return client ?? (peer === undefined ? null : network(peer));
}

/** The address itself, or for IPv6 the network of 64 bits, all of which a single client may have. Null for no address. */
function network(text: string): string | null {
  const bare = text.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  if (isIP(mapped) === 4) return mapped;
  if (isIP(mapped) !== 6) return null;
  // A URL writes an address in its one shortest form.
  const [head = "", tail = ""] = new URL(`http://[${mapped.replace(/%.*$/, "")}]`).hostname
    .slice(1, -1)
    .split("::");
  const [left, right] = [head, tail].map((part) => part.split(":").filter((group) => group !== "")) as [
    string[],
    string[],
  ];
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

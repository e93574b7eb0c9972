import { lookup } from "node:dns/promises";
import { BlockList, isIPv4 } from "node:net";
import { AppError } from "#lib/errors.ts";

/** A name that leads to a private network, or to nowhere. Nothing is sent there. */
export class PrivateAddress extends AppError {
  readonly code = "PRIVATE_ADDRESS";
  readonly retryable = false;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/** What is not reachable by everyone, or for one recipient alone. Source: IANA IPv4 special-purpose address registry. */
const SPECIAL_IPV4 = blockList("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
]);
/** Source: IANA IPv6 global unicast and special-purpose address registries: all else is reserved, local, or IPv4 in disguise. */
const GLOBAL_IPV6 = blockList("ipv6", [["2000::", 3]]);
const SPECIAL_IPV6 = blockList("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

function blockList(family: "ipv4" | "ipv6", subnets: readonly [string, number][]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
}

/** Whether an IP address, without brackets, is one that everyone on the Internet reaches. Pure. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL_IPV4.check(address, "ipv4");
  return GLOBAL_IPV6.check(address, "ipv6") && !SPECIAL_IPV6.check(address, "ipv6");
}

/** An address that a name resolved to, and its family. */
export interface ResolvedAddress {
  address: string;
  family: number;
}

/**
 * Where a host is. Connect to these addresses and resolve no second time: the answer may be another one then.
 * @param hostname As in a URL; an IPv6 address may have its brackets.
 * @param options.isLoopbackAllowed In sandbox mode, where everything is on one machine.
 * @throws {PrivateAddress} when any of its addresses is not public.
 * @throws the resolver's error when there is none.
 */
export async function resolvePublic(
  hostname: string,
  { isLoopbackAllowed }: { isLoopbackAllowed: boolean },
): Promise<ResolvedAddress[]> {
  const resolved = await lookup(hostname.replace(/^\[(.*)\]$/, "$1"), { all: true });
  const isAllowed = ({ address }: ResolvedAddress) =>
    isPublicAddress(address) ||
    (isLoopbackAllowed && LOOPBACK.check(address, isIPv4(address) ? "ipv4" : "ipv6"));
  if (resolved.length === 0 || !resolved.every(isAllowed))
    throw new PrivateAddress("the name leads to an address that is not public");
  return resolved;
}

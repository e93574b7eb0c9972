import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Networks that an IP address is looked up in. */
export interface Networks {
  /** False for a text that is no IP address. */
  has: (address: string) => boolean;
}

/**
 * Networks from their address and the bits that they share. The families are kept apart: an IPv4 address in IPv6
 * notation is none of an IPv4 network here.
 */
export function networksOf(networks: readonly { address: string; prefix: number }[]): Networks {
  const [four, six] = [new BlockList(), new BlockList()];
  for (const { address, prefix } of networks) {
    if (isIPv4(address)) four.addSubnet(address, prefix, "ipv4");
    else six.addSubnet(address, prefix, "ipv6");
  }
  return {
    has: (text) => {
      // An address of one link alone may come with the link's name.
      const address = text.replace(/%.*$/, "");
      if (isIPv4(address)) return four.check(address, "ipv4");
      return isIPv6(address) && six.check(address, "ipv6");
    },
  };
}

const listed = (...networks: string[]) =>
  networksOf(
    networks.map((network) => {
      const [address = "", prefix] = network.split("/");
      return { address, prefix: Number(prefix) };
    }),
  );

const LOOPBACK = listed("127.0.0.0/8", "::1/128");

/**
 * What is not reachable by everyone, or for one recipient alone. Source: IANA IPv4 special-purpose address registry; the
 * last one is Azure's own, which every machine there has.
 */
const SPECIAL_IPV4 = listed(
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "168.63.129.16/32",
);
/** Source: IANA IPv6 global unicast and special-purpose address registries: all else is reserved, local, or IPv4 in disguise. */
const GLOBAL_IPV6 = listed("2000::/3");
const SPECIAL_IPV6 = listed("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

/**
 * Where clouds hand out the credentials of a machine, and IPv6 addresses that are IPv4 ones in disguise, behind which
 * such a place could hide. Source: the manuals of AWS, Azure, Google Cloud, Oracle Cloud and Alibaba Cloud; RFC 4291,
 * RFC 6052, RFC 8215, RFC 3056.
 */
const METADATA = listed(
  "169.254.0.0/16",
  "168.63.129.16/32",
  "100.100.100.200/32",
  "192.0.0.192/32",
  "fe80::/10",
  "fd00:ec2::/32",
  "fd20:ce::254/128",
  "fd00:c1::a9fe:a9fe/128",
  "::ffff:0:0/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "2002::/16",
);

/** Whether an IP address, without brackets, is one that everyone on the Internet reaches. Pure. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL_IPV4.has(address);
  return GLOBAL_IPV6.has(address) && !SPECIAL_IPV6.has(address);
}

/** Whether an IP address is this very machine's. Pure. */
export const isLoopback = (address: string): boolean => LOOPBACK.has(address);

/** Whether no setting may allow an IP address: it gives away credentials, or may stand for one that does. Pure. */
export const isNeverAllowed = (address: string): boolean => METADATA.has(address);

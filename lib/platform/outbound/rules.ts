import { isIP } from "node:net";
import type { Config } from "#lib/config/config.ts";
import { isLoopback, isNeverAllowed, isPublicAddress, networksOf, type Networks } from "./public-address.ts";

/** Why nothing is sent to an address; each has a sentence. A closed set. */
export type Refusal =
  | "NOT_AN_ADDRESS"
  | "HAS_PASSWORD"
  | "OWN_ADDRESS"
  | "LITERAL_ADDRESS"
  | "PRIVATE_ADDRESS"
  | "NOT_HTTPS"
  | "PORT_NOT_ALLOWED";

/** What requests to addresses that others name may reach. */
export interface OutboundRules {
  /** Networks beside the public ones, with http. */
  allow: Networks;
  /** Wins over everything that allows. */
  deny: Networks;
  /** Null is every port. */
  ports: ReadonlySet<number> | null;
  /** Allows http everywhere, and this machine. */
  isOpen: boolean;
  /** Addresses of the app itself. */
  own: readonly URL[];
}

/** The rules that the settings make. Pure. */
export function rulesOf({
  forwarding: { allow, deny, ports, isOpen },
  appUrl,
  exceptionUrl,
}: Pick<Config, "forwarding" | "appUrl" | "exceptionUrl">): OutboundRules {
  return {
    allow: networksOf(allow),
    deny: networksOf(deny),
    ports: ports && new Set(ports),
    isOpen,
    own: [appUrl, exceptionUrl].flatMap((url) => (url === null ? [] : [new URL(url)])),
  };
}

/** A host without what else a URL may write around it. */
export const plainHost = (hostname: string): string =>
  hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");

/** Whether a name is this machine's by definition, so that no resolver is asked. Source: RFC 6761, 6.3. */
export const isLoopbackName = (host: string): boolean => /(?:^|\.)localhost$/i.test(host);

/** Names that mean something in a network of one's own alone. Source: RFC 6762, RFC 8375, ICANN's choice of `.internal`. */
const isLocalName = (host: string) =>
  !host.includes(".") || /\.(?:local|internal|home\.arpa)$|^home\.arpa$/i.test(host);

/**
 * Why nothing is sent to an address as it is written; null when its name may be asked for. A URL writes every IPv4
 * address alike, decimal, octal and hexadecimal ones too. Pure.
 */
export function urlRefusal(text: string, rules: OutboundRules): Refusal | null {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || plainHost(url.hostname) === "") return "NOT_AN_ADDRESS";
  if (url.username !== "" || url.password !== "") return "HAS_PASSWORD";
  if (rules.own.some((own) => isSameHost(own, url))) return "OWN_ADDRESS";
  const refusal = hostRefusal(plainHost(url.hostname), url.protocol === "https:", rules);
  if (refusal !== null) return refusal;
  return rules.ports === null || rules.ports.has(portOf(url)) ? null : "PORT_NOT_ALLOWED";
}

function hostRefusal(host: string, isSecure: boolean, rules: OutboundRules): Refusal | null {
  if (isIP(host) !== 0) {
    const refusal = addressRefusal(host, isSecure, rules);
    // Certificates name hosts: who writes a number means a network that was allowed, or nothing good.
    return refusal ?? (isOnPurpose(host, rules) ? null : "LITERAL_ADDRESS");
  }
  if (isLoopbackName(host))
    return isOnPurpose("127.0.0.1", rules) || isOnPurpose("::1", rules) ? null : "PRIVATE_ADDRESS";
  return isLocalName(host) ? "PRIVATE_ADDRESS" : null;
}

/** Why nothing is sent to an IP address; null when it is open to requests. Pure. */
export function addressRefusal(address: string, isSecure: boolean, rules: OutboundRules): Refusal | null {
  if (isNeverAllowed(address) || rules.deny.has(address)) return "PRIVATE_ADDRESS";
  if (isOnPurpose(address, rules)) return null;
  if (!isPublicAddress(address)) return "PRIVATE_ADDRESS";
  return isSecure || rules.isOpen ? null : "NOT_HTTPS";
}

const isOnPurpose = (address: string, { allow, isOpen }: OutboundRules) =>
  allow.has(address) || (isOpen && isLoopback(address));

const portOf = ({ port, protocol }: URL) => Number(port) || (protocol === "https:" ? 443 : 80);

/** On this machine the port tells one program from another; elsewhere a host is one whatever its port. */
function isSameHost(own: URL, other: URL): boolean {
  const [a, b] = [plainHost(own.hostname), plainHost(other.hostname)];
  const isHere = (host: string) => isLoopbackName(host) || isLoopback(host);
  return isHere(a) ? isHere(b) && portOf(own) === portOf(other) : a === b;
}

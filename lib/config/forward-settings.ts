import { isIP } from "node:net";
import { z } from "zod";

/** Addresses that share their first bits. */
export interface Network {
  address: string;
  /** How many bits they share. */
  prefix: number;
  family: "ipv4" | "ipv6";
}

/** Ports of destinations when nothing else is said. */
const PORTS = [443, 8443];

const split = (text: string) => text.split(",").map((part) => part.trim());

/**
 * A list parted by commas. A fault says which parts are wrong, and never a value.
 * @param empty The word for none.
 */
function listOf<T>(words: string, read: (part: string) => T | null, empty?: string) {
  return z.string().transform((text, context): T[] => {
    if (text === empty) return [];
    const parts = split(text).map(read);
    const wrong = parts.flatMap((part, index) => (part === null ? [index + 1] : []));
    if (wrong.length === 0) return parts.filter((part) => part !== null);
    context.addIssue({ code: "custom", message: `must be ${words}: look at number ${wrong.join(", ")}` });
    return z.NEVER;
  });
}

function readNetwork(text: string): Network | null {
  const [, address = "", bits] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0) return null;
  const most = version === 4 ? 32 : 128;
  const prefix = Number(bits ?? most);
  return prefix > most ? null : { address, prefix, family: version === 4 ? "ipv4" : "ipv6" };
}

function readPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

const NETWORKS = "networks parted by commas, like 10.1.0.0/16,fd12:3456::/48";

/** Where what stores name may be sent to: alerts by webhook today. */
export const FORWARD_SETTINGS = {
  FORWARD_ALLOW: listOf(`${NETWORKS}, or none`, readNetwork, "none").optional(),
  FORWARD_DENY: listOf(NETWORKS, readNetwork).optional(),
  FORWARD_PORTS: listOf("ports from 1 to 65535 parted by commas, like 443,8443", readPort).optional(),
};

/** What requests to addresses that stores name may reach. */
export interface Forwarding {
  /** Networks beside the public ones; http is allowed there. */
  allow: readonly Network[];
  /** Networks that are refused, public or allowed. */
  deny: readonly Network[];
  /** Null is every port. */
  ports: readonly number[] | null;
  /** Sandbox mode with nothing said: http, and this machine. */
  isOpen: boolean;
}

/** The settings of forwarding, with what goes without saying. Pure. */
export function forwardingOf(
  given: {
    FORWARD_ALLOW?: Network[] | undefined;
    FORWARD_DENY?: Network[] | undefined;
    FORWARD_PORTS?: number[] | undefined;
  },
  isSandbox: boolean,
): Forwarding {
  const isOpen = isSandbox && given.FORWARD_ALLOW === undefined;
  return {
    allow: given.FORWARD_ALLOW ?? [],
    deny: given.FORWARD_DENY ?? [],
    // Receivers on a developer's machine have whatever port was free.
    ports: given.FORWARD_PORTS ?? (isOpen ? null : PORTS),
    isOpen,
  };
}

import { Resolver } from "node:dns/promises";
import { textIn } from "./system-error.ts";

/** Bound of asking for a name. */
const NAME_MS_MAX = 3_000;
/** Of one question to one server, so that there is time for another one. */
const QUESTION_MS_MAX = 1_000;

/**
 * The IP addresses of a name, both families, as DNS has them. Not by the system's own look-up: that takes one of the
 * process's four threads for as long as a server is silent, so that four bad names would stall all files and hashes.
 * @param servers DNS servers, each with a port or without; the machine's own when left out.
 * @throws the resolver's error, with its `code`, when there is none within three seconds.
 */
export async function addressesOf(name: string, servers?: readonly string[]): Promise<string[]> {
  const resolver = new Resolver({ timeout: QUESTION_MS_MAX, tries: 2 });
  if (servers) resolver.setServers(servers);
  const timer = setTimeout(() => resolver.cancel(), NAME_MS_MAX);
  try {
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (addresses.length > 0) return addresses;
    const [first, second] = answers;
    // A name with IPv6 alone, which failed, has no IPv4 by a good answer.
    const reasons = [first, second].map((answer) =>
      answer.status === "rejected" ? (answer.reason as unknown) : null,
    );
    throw reasons.find((reason) => textIn(reason, "code") !== "ENODATA") ?? reasons[0];
  } finally {
    clearTimeout(timer);
  }
}

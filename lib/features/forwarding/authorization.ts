import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { tokenOf } from "./token.ts";

/**
 * The header by which a request proves itself besides its signature; none without. Source: RFC 6750; RFC 7617.
 * @throws {TokenFailed} when there is no token to be had.
 */
export async function authorizationOf(
  destination: Pick<OpenDestination, "id" | "version" | "auth">,
  now: Date,
): Promise<Record<string, string>> {
  const { auth } = destination;
  switch (auth.kind) {
    case "none":
      return {};
    case "bearer":
      return { authorization: `Bearer ${auth.token}` };
    case "basic":
      return { authorization: `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString("base64")}` };
    case "header":
      return { [auth.name.toLowerCase()]: auth.value };
    case "oauth":
      return { authorization: `Bearer ${await tokenOf(destination, auth, now)}` };
    case "aws":
    case "google":
      throw new Error("a kind of destination that signs its requests itself was sent one as another kind is");
  }
}

import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { InvalidInput } from "./errors.ts";

/**
 * Refuses a request whose header about the page that it comes from is none of Next.js's making: Next.js would call that a
 * fault of its own, and answer 500. It is held against Next.js's own shape, which no public name leads to.
 * @throws {InvalidInput}
 */
export function requireRouterState({ headers }: Pick<IncomingMessage, "headers">): void {
  try {
    parseAndValidateFlightRouterState(headers["next-router-state-tree"]);
  } catch {
    throw new InvalidInput([]);
  }
}

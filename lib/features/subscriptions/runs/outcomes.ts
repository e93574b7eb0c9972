import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import type { ChangeResults } from "#lib/contract/subscriptions.ts";
import type { AppError } from "#lib/errors.ts";
import type { ItemOutcome } from "./records.ts";
import { RunCancelled } from "./errors.ts";

type ChangeResult = ChangeResults["results"][number];

/** Codes of what would meet every further event type as well. */
const HOPELESS: ReadonlySet<string> = new Set([
  PROBLEM_CODES.needsReauthorisation,
  PROBLEM_CODES.bigcommerceUnreachable,
  PROBLEM_CODES.bigcommerceRateLimited,
]);

/** What became of an event type. What was right already is done as well. Pure. */
export function outcomeOf(scope: string, failure: Pick<AppError, "code"> | null | undefined): ItemOutcome {
  if (!failure) return { scope, state: "done", code: null };
  if (failure.code === CANCELLED) return { scope, state: "cancelled", code: null };
  return { scope, state: "refused", code: failure.code };
}

const CANCELLED = new RunCancelled("").code;

/** The answer to a change as what became of an event type. Pure. */
export function outcomeOfChange({ scope, code }: ChangeResult): ItemOutcome {
  return outcomeOf(scope, code === null ? null : { code });
}

/**
 * The code with which everything that was tried was refused, where that means that the rest would be as well: BigCommerce
 * is out of reach, or the token is void. Null otherwise. Pure.
 */
export function hopelessCode(outcomes: readonly ItemOutcome[]): string | null {
  const tried = outcomes.filter(({ state }) => state !== "cancelled");
  const [first] = tried;
  if (!first || first.code === null || !HOPELESS.has(first.code)) return null;
  return tried.every(({ code }) => code !== null && HOPELESS.has(code)) ? first.code : null;
}

import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { wordsHere } from "#lib/messages/here.ts";
import { sentenceOf } from "#lib/messages/sentences.ts";
import type { StoreClock } from "./store-clock.ts";

/** Source: BigCommerce docs, API status codes (503: maintenance, upgrade, or suspended). */
const UNAVAILABLE = 503;
/** Code of the errors that tell of no answer; with a status, BigCommerce answered that it failed. */
const NO_ANSWER = "BIGCOMMERCE_UNREACHABLE";

/** What is known of a check that failed. */
export interface CheckFailureFacts {
  /** Code of the error. */
  code: string;
  /** HTTP status that BigCommerce failed with; null when it did not answer, or refused. */
  status: number | null;
  /** When it is tried again; null when that is not known. */
  nextAt: Date | null;
}

/** Why a check failed, as far as BigCommerce said it. Pure. */
export function failureSentence(code: string, status: number | null): string {
  const { STORE } = wordsHere();
  if (status !== null) return status === UNAVAILABLE ? STORE.unavailable : STORE.error(status);
  return code === NO_ANSWER ? STORE.silent : sentenceOf(code);
}

/** Why a check failed, as far as BigCommerce said it, and when it is tried again. Pure. */
export function checkFailureView(
  { code, status, nextAt }: CheckFailureFacts,
  clock: StoreClock,
  now: Date,
): NonNullable<SubscriptionList["checkFailure"]> {
  const { CAUSES, STORE } = wordsHere();
  const next = nextAt === null ? [] : [nextAt > now ? STORE.nextTry(clock.time(nextAt)) : STORE.tryingNow];
  return {
    code,
    sentence: failureSentence(code, status),
    help: [CAUSES.check_failed.help, ...next].join(" "),
    ...(next[0] !== undefined && { nextTry: next[0] }),
  };
}

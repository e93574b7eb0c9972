import { answerKind, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
import { RETRYING_MS } from "#lib/contract/values/destinations.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import type { BadgeWords } from "#lib/messages/badge.ts";
import type * as english from "#lib/messages/en/destinations.ts";

/** The one thing that helps a destination. */
export type DestinationRemedy =
  "try" | "address" | "key" | "template" | "message" | "events" | "resume" | null;

type Facts = Pick<DestinationView, "state" | "offReason" | "lastStatus" | "lastFailure" | "failed">;

const BY_ANSWER: Readonly<Partial<Record<AnswerKind, DestinationRemedy>>> = {
  key: "key",
  denied: "message",
  not_a_member: "address",
  nothing_there: "address",
  moved: "address",
  address: "address",
  no_name: "address",
  certificate: "message",
  certificate_expired: "message",
  unbuildable: "template",
};

/** What helps a destination most; null where there is nothing to do but wait. Pure. */
export function remedyOf({ state, offReason, lastStatus, lastFailure, failed }: Facts): DestinationRemedy {
  if (state === "off") return offReason === "refused" ? "address" : offReason === "person" ? null : "resume";
  if (state === "ill") return BY_ANSWER[answerKind({ status: lastStatus, failure: lastFailure })] ?? "try";
  return failed > 0 ? "events" : null;
}

/** Whether a destination answers, yet takes nothing as it is: an error of its own is an answer, too. Pure. */
export function answersAtLeast({ state, lastStatus }: Pick<Facts, "state" | "lastStatus">): boolean {
  return state === "ill" && lastStatus !== null;
}

/**
 * A destination's state in a word, as grave as To do has it: one that answers and takes nothing is told apart from one that does
 * not answer, and for a quarter of an hour both only wait. Pure.
 * @param nowMs Null where no time is known: then it waits no longer.
 */
export function badgeOf(
  view: Omit<Facts, "lastFailure"> & Pick<DestinationView, "since">,
  words: Pick<typeof english, "STATE_BADGES" | "REFUSING_BADGE" | "FAILED_BADGE">,
  nowMs: number | null,
): BadgeWords {
  const { state, since, offReason, failed } = view;
  const badge = answersAtLeast(view) ? words.REFUSING_BADGE : words.STATE_BADGES[state];
  if (state === "off") return offReason === "person" ? badge : { ...badge, variant: "warning" };
  if (state !== "ill") return failed > 0 ? words.FAILED_BADGE : badge;
  const isRetrying = nowMs !== null && since !== null && nowMs - Date.parse(since) < RETRYING_MS;
  return isRetrying ? { ...badge, variant: "secondary" } : badge;
}

import { answerKind, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
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

/** A destination's state in a word; one that answers and takes nothing is told apart from one that does not answer. Pure. */
export function badgeOf(
  view: Pick<Facts, "state" | "lastStatus">,
  words: Pick<typeof english, "STATE_BADGES" | "REFUSING_BADGE">,
): BadgeWords {
  return answersAtLeast(view) ? words.REFUSING_BADGE : words.STATE_BADGES[view.state];
}

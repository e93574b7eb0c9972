import type { RunKind } from "#lib/contract/runs.ts";
import { counted } from "./plural.ts";

export const area = "runs";

const webhooks = (count: number) => counted(count, "webhook", "webhooks");

/** What each kind of run does, is doing, and has done. */
const VERBS = {
  turn_on: { doing: "Turning on", done: "turned on" },
  turn_off: { doing: "Turning off", done: "turned off" },
  put_right: { doing: "Fixing", done: "fixed" },
} satisfies Record<RunKind, { doing: string; done: string }>;

/** Texts of changes that go over many webhooks at once. */
export const RUNS = {
  region: "Changes to many webhooks",
  title: (kind: RunKind, total: number) => `${VERBS[kind].doing} ${webhooks(total)}`,
  progress: (kind: RunKind, ended: number, total: number) => `${VERBS[kind].doing} ${ended} of ${total}`,
  progressLabel: (ended: number, total: number) => `${ended} of ${total}`,
  said: (kind: RunKind, percent: number) => `${VERBS[kind].doing}: ${percent}% done`,
  now: (title: string) => `Now: ${title}`,
  startedBy: (email: string) => `Started by ${email}`,
  waitsForTurn: "Waiting for its turn.",

  /** "184 webhooks turned on, 6 refused, 12 unchanged". */
  report: (kind: RunKind, { done, refused, left }: { done: number; refused: number; left: number }) =>
    [
      `${webhooks(done)} ${VERBS[kind].done}`,
      refused > 0 ? `${refused} refused` : "",
      left > 0 ? `${left} unchanged` : "",
    ]
      .filter(Boolean)
      .join(", "),
  refusals: "Refused changes",
  types: "Event types of this change",
  refusal: (title: string, sentence: string) => `${title}: ${sentence}`,
  tryAgainOne: (title: string) => `Try ${title} again`,
  tryAllAgain: "Try all again",

  hide: "Hide progress",
  show: "Show progress",
  cancel: "Cancel rest",
  cancelling: "Canceling…",
  cancelled: "Canceled. Finished changes stay. The rest is unchanged.",
  noWorker: "Keeper can't make these changes right now. They continue as soon as it can.",
};

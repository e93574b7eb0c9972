import type { ReceiverAnswer } from "#simulator/world/receiver.ts";
import { WELL } from "./receivers.ts";

/** What a person can have a receiver do, and what the panel's list says of it. */
export const RECEIVER_MOODS = {
  well: "Takes everything (200)",
  slow: "Takes everything, slowly (200 after 4 seconds)",
  busy: "Asks to wait (429, for 30 seconds)",
  broken: "Is broken (500)",
  silent: "Does not answer",
  moved: "Has moved (307)",
  gone: "Wants nothing anymore (410)",
} as const;

export type ReceiverMood = keyof typeof RECEIVER_MOODS;

const ANSWERS: Readonly<Record<ReceiverMood, Partial<ReceiverAnswer>>> = {
  well: {},
  slow: { delayMs: 4_000 },
  busy: { status: 429, headers: { "retry-after": "30" } },
  broken: { status: 500, body: "The warehouse fell over" },
  silent: { status: null },
  moved: { status: 307, headers: { location: "https://warehouse.example.com/" } },
  gone: { status: 410 },
};

/** The answer of a receiver in this mood. Pure. */
export const answerIn = (mood: ReceiverMood): ReceiverAnswer => ({ ...WELL, ...ANSWERS[mood] });

/** The mood in which a receiver answers so; null when a control call told it something else. Pure. */
export function moodOf(answer: ReceiverAnswer): ReceiverMood | null {
  const text = JSON.stringify(sorted(answer));
  const moods = Object.keys(RECEIVER_MOODS) as ReceiverMood[];
  return moods.find((mood) => JSON.stringify(sorted(answerIn(mood))) === text) ?? null;
}

const sorted = ({ status, delayMs, headers, body }: ReceiverAnswer) => ({ status, delayMs, headers, body });

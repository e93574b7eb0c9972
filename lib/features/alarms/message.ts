import { randomUUID } from "node:crypto";
import { escaped, oneLine } from "#lib/platform/outbound/mail-words.ts";
import { ALARMS, type AlarmName } from "./alarms.ts";
import type { Word } from "./decide.ts";

/** What is told to the operator. */
export interface AlarmFacts {
  alarm: AlarmName;
  word: Word;
  /** What there is to say beside the alarm's own sentence; empty for nothing. */
  detail: string;
  /** Where it was seen: a machine, and a process on it where it is that one's own. */
  place: string;
  appUrl: string;
  since: Date;
  now: Date;
}

/** A message as each channel takes it. */
export interface AlarmMessage {
  /** The same in every attempt. */
  id: string;
  subject: string;
  text: string;
  html: string;
  /** The body of a webhook. */
  body: string;
}

/** Writes a message. It names no store, no person and no secret. Pure, save for its id. */
export function messageOf({ alarm, word, detail, place, appUrl, since, now }: AlarmFacts): AlarmMessage {
  const { sentence, over, page } = ALARMS[alarm];
  const told = { began: sentence, goes_on: `Still: ${sentence}`, ended: over }[word];
  const from = time(since);
  return written({
    word,
    subject: `Keeper: ${told} (${place})`,
    lines: [
      `${told}.${detail === "" || word === "ended" ? "" : ` ${oneLine(detail)}`}`,
      word === "ended" ? `From ${from} to ${time(now)}, on ${place}.` : `Since ${from}, on ${place}.`,
      ...(word === "ended" ? [] : [`What to do: ${page}`]),
    ],
    data: {
      alarm,
      sentence: `${told}.`,
      detail,
      place,
      appUrl,
      page,
      since: since.toISOString(),
      endedAt: word === "ended" ? now.toISOString() : null,
    },
    appUrl,
    now,
  });
}

/** Writes a message about no alarm, which shows that messages arrive. Pure, save for its id. */
export function testMessageOf({
  place,
  appUrl,
  now,
}: Pick<AlarmFacts, "place" | "appUrl" | "now">): AlarmMessage {
  const told = "This is a test of the operator's alarms";
  return written({
    word: "test",
    subject: `Keeper: ${told} (${place})`,
    lines: [`${told}. Nothing is wrong.`, `Sent at ${time(now)}, from ${place}.`],
    data: { place, appUrl },
    appUrl,
    now,
  });
}

/** @param lines The first says what the subject does. */
function written({
  word,
  subject,
  lines,
  data,
  appUrl,
  now,
}: {
  word: Word | "test";
  subject: string;
  lines: readonly string[];
  data: object;
  appUrl: string;
  now: Date;
}): AlarmMessage {
  const all = [...lines, `Keeper at ${appUrl} tells this to OPERATOR_EMAIL and OPERATOR_WEBHOOK_URL.`];
  return {
    id: randomUUID(),
    subject,
    text: `${all.join("\n\n")}\n`,
    html: all.map((line) => `<p>${escaped(line)}</p>`).join("\n"),
    body: JSON.stringify({
      type: `operator.alarm.${word}`,
      timestamp: now.toISOString(),
      // What the webhooks of chats show.
      text: `${subject}. ${lines.slice(1).join(" ")}`,
      data,
    }),
  };
}

/** To the minute; UTC, as the log has it. */
const time = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

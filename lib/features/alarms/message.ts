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
  const lines = [
    `${told}.${detail === "" || word === "ended" ? "" : ` ${oneLine(detail)}`}`,
    word === "ended" ? `From ${from} to ${time(now)}, on ${place}.` : `Since ${from}, on ${place}.`,
    ...(word === "ended" ? [] : [`What to do: ${page}`]),
    `Keeper at ${appUrl} tells this to OPERATOR_EMAIL and OPERATOR_WEBHOOK_URL.`,
  ];
  const subject = `Keeper: ${told} (${place})`;
  return {
    id: randomUUID(),
    subject,
    text: `${lines.join("\n\n")}\n`,
    html: lines.map((line) => `<p>${escaped(line)}</p>`).join("\n"),
    body: JSON.stringify({
      type: `operator.alarm.${word}`,
      timestamp: now.toISOString(),
      // What the webhooks of chats show.
      text: `${subject}. ${lines.slice(1, -1).join(" ")}`,
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
    }),
  };
}

/** To the minute; UTC, as the log has it. */
const time = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

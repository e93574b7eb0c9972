import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { EMAILS_PER_HOUR } from "#lib/contract/values/destinations.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { readerOf } from "#lib/features/preferences/preferences.records.ts";
import { wordsHere } from "#lib/messages/here.ts";
import { speaking } from "#lib/messages/language.ts";
import type { Attempt } from "#lib/platform/outbound/attempt.ts";
import { escaped, oneLine } from "#lib/platform/outbound/mail-words.ts";
import { sendMail, type MailTexts } from "#lib/platform/outbound/mail.ts";
import { processWide } from "#lib/process-wide.ts";
import type { ForwardedEvent } from "./event.ts";
import { withoutAnswer, type Judged } from "./outcome.ts";
import { wordsOf } from "./words-of.ts";

const HOUR_SECONDS = 3_600;
const SUBJECT_CHARS_MAX = 150;

/** One worker owns a destination, so that its process can count for it; a process that starts anew counts anew. */
const hour = () =>
  processWide(
    "emails of an hour",
    () => new RateLimiterMemory({ points: EMAILS_PER_HOUR, duration: HOUR_SECONDS }),
  );

/**
 * Sends an event as an email, in its reader's language, as long as the reader may open the store and the hour has room.
 * Repeatable; a copy carries the same `Message-ID`. Throws when the database does not answer, so that it is tried again.
 * @param isTest A test takes room of the hour like any other: it reaches the same person.
 */
export async function mailOnce(
  destination: OpenDestination,
  event: ForwardedEvent,
  { isTest = false }: { isTest?: boolean | undefined },
  now: () => Date,
): Promise<Judged> {
  const { id, storeHash, url: to } = destination;
  const reader = await readerOf(storeHash, to);
  if (!reader) return withoutAnswer("ill", "MAIL_NOT_A_MEMBER");
  const waitMs = await untilRoomMs(id);
  if (waitMs > 0)
    return { ...withoutAnswer("busy", "MAIL_HOUR_FULL"), notBefore: new Date(now().getTime() + waitMs) };
  const texts = speaking(reader.language ?? "en", () => mailOf(destination, event, isTest));
  return judgedMail(await sendMail({ id: `${eventId(event)}.${id}`, to, ...texts }));
}

/** 0 when this one has room in the hour, which it then takes. */
async function untilRoomMs(id: string): Promise<number> {
  try {
    await hour().consume(id);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}

function mailOf(destination: OpenDestination, event: ForwardedEvent, isTest: boolean): MailTexts {
  const { title, link, linkText } = wordsOf(destination, event);
  const { EMAIL } = wordsHere();
  const line = oneLine(isTest ? EMAIL.test(title) : title);
  const reason = EMAIL.reason(oneLine(destination.name), EMAILS_PER_HOUR);
  return {
    subject: line.slice(0, SUBJECT_CHARS_MAX).toWellFormed(),
    text: `${line}\n\n${linkText}: ${link}\n\n${reason}\n`,
    html: [
      `<p><strong>${escaped(line)}</strong></p>`,
      `<p><a href="${escaped(link)}">${escaped(linkText)}</a></p>`,
      `<p><small>${escaped(reason)}</small></p>`,
    ].join("\n"),
  };
}

/** What the mail server's answer means. Pure. Source: RFC 5321, 4.2.1. */
function judgedMail({ result, status, failure }: Attempt): Judged {
  const outcome = { delivered: "delivered", passing: "ill", refused: "unwelcome" } as const;
  const isUnset = failure === "MAIL_NOT_SET_UP";
  return {
    outcome: isUnset ? "ill" : outcome[result],
    status,
    failure,
    notBefore: null,
    answer: null,
    turnsOff: false,
  };
}

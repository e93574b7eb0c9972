import { z } from "zod";
import { reopenUrl } from "#lib/features/stores/reopen.ts";
import { AppError } from "#lib/errors.ts";
import { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { ALERT_CAUSES } from "#lib/contract/values/alerts.ts";
import { mailTexts, webhookBody, type MessageFacts } from "./message.ts";
import { ownerLanguage } from "#lib/features/preferences/preferences.records.ts";
import { speaking } from "#lib/messages/language.ts";
import { alertSettingsOf, alertWebhookOf } from "./settings.records.ts";
import type { Attempt } from "#lib/platform/outbound/attempt.ts";
import { sendMail } from "#lib/platform/outbound/mail.ts";
import { findMessage, noteAttempt, type AttemptNote, type MessageRow } from "./messages.records.ts";
import { postWebhook } from "#lib/platform/outbound/signed-post.ts";

/** As an alert keeps the destinations that it is about. */
const Named = z.array(z.object({ id: z.string(), name: z.string() }));
/** Attempts of one message: with the queue's backoff, the last one comes some three and a half hours after the first. */
const ATTEMPTS_MAX = 10;
const GONE: Attempt = { result: "refused", status: null, failure: "RECIPIENT_GONE" };

/** A message did not arrive and may later: the queue tries again. */
export class NotDelivered extends AppError {
  readonly code = "ALERT_NOT_DELIVERED";
  readonly retryable = true;
}

/**
 * Sends a message that waits, and writes down what came of it. Safe to run twice: what arrived is not sent again, unless
 * the process ended between the answer and the note of it; the copy carries the same id then.
 * @throws {NotDelivered} when it may arrive later.
 */
export async function sendMessage(id: string, now: Date, signal: AbortSignal): Promise<void> {
  const message = await findMessage(id);
  if (message?.outcome !== "waiting") return;
  const attempt = await attemptMessage(message, now, signal);
  const note = noteOf(attempt, message.attempts + 1);
  await noteAttempt(id, note, now);
  const { storeHash, channel, kind } = message;
  log.info({ storeHash, channel, kind, ...note }, "sent an alert, or tried to");
  if (note.outcome === "waiting") throw new NotDelivered(`${channel}: ${attempt.failure ?? ""}`);
}

/** Sends a test that was just made, once, and writes down what came of it. */
export async function sendTest(message: MessageRow, now: Date): Promise<AttemptNote> {
  const attempt = await attemptMessage(message, now);
  const note = noteOf(attempt, ATTEMPTS_MAX);
  await noteAttempt(message.id, note, now);
  return note;
}

/** Goes to whom the settings name now: who was taken out meanwhile gets nothing. */
async function attemptMessage(message: MessageRow, now: Date, signal?: AbortSignal): Promise<Attempt> {
  const { id, channel, recipient, store } = message;
  if (store.uninstalledAt) return GONE;
  const storeHash = StoreHash.parse(store.hash);
  const facts = factsOf(message);
  if (channel === "email") {
    const { emails } = await alertSettingsOf(storeHash);
    if (!emails.includes(recipient)) return GONE;
    const language = (await ownerLanguage(storeHash)) ?? "en";
    return sendMail({ id, to: recipient, ...speaking(language, () => mailTexts(facts)) });
  }
  const webhook = await alertWebhookOf(storeHash, now);
  if (!webhook) return GONE;
  return postWebhook(
    // A machine reads this: it is not to change with a person's language.
    { ...webhook, id, body: speaking("en", () => webhookBody(facts)) },
    { now, signal },
  );
}

function noteOf({ result, status, failure }: Attempt, attempts: number): AttemptNote {
  const isLast = attempts >= ATTEMPTS_MAX;
  return { outcome: result === "passing" ? (isLast ? "failed" : "waiting") : result, status, failure };
}

function factsOf({ kind, alert, store, madeAt }: MessageRow): MessageFacts {
  const cause = ALERT_CAUSES.find((name) => name === alert?.cause);
  return {
    // Cast: only `MessageKind`, and tests, are ever written.
    kind: kind as MessageFacts["kind"],
    alert:
      alert && cause
        ? {
            cause,
            scopes: alert.scopes,
            destinations: Named.parse(alert.destinations),
            openedAt: alert.openedAt,
            closedAt: alert.closedAt,
          }
        : null,
    store: { hash: store.hash, name: store.name },
    link: reopenUrl(store.hash, store.controlPanelUrl),
    madeAt,
  };
}

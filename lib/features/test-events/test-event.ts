import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Access, StoreUninstalled } from "#lib/access.ts";
import { writeAuditEntries } from "#lib/features/audit/records.ts";
import { isKnownScope } from "#lib/catalogue/catalogue.ts";
import { samplePayload } from "#lib/catalogue/sample.ts";
import { config } from "#lib/config/config.ts";
import { Proof } from "#lib/contract/events.ts";
import type { TestNews } from "#lib/contract/test-events.ts";
import { AppError } from "#lib/errors.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { followStore } from "#lib/features/events/live-feed.ts";
import { findEvent } from "#lib/features/events/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { receiverUrlOf } from "#lib/features/receiver/addresses.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { TEST_HEADER, testMark } from "#lib/features/receiver/test-mark.ts";
import { judgeAnswer, reachOf } from "./judge.ts";
import type { OutboundCall } from "#lib/platform/outbound/exchange.ts";
import { sendTest } from "#lib/platform/outbound/traced-post.ts";

/** As long as BigCommerce itself waits, or so. */
const ANSWER_MS_MAX = 10_000;
/** From an event's commit to a viewer of the log it takes a tenth of a second or two. */
const SEEN_MS_MAX = 5_000;
/** A mark holds for the delivery that it was made for, however slow that is, and hardly longer. */
const MARK_SECONDS = 60;

/** No event type of this name is known, so there is no example of it. */
export class UnknownEventType extends AppError {
  readonly code = "INVALID_INPUT";
  readonly retryable = false;
}

/** A test event that is ready to go. */
export interface PreparedTest {
  store: StoreHash;
  hash: string;
  occurredAt: Date;
  call: OutboundCall;
}

/** How long a test waits, and for whom. */
export interface TestPatience {
  /** Ends it early, when no one waits for it any more. */
  signal: AbortSignal;
  answerMs?: number;
  seenMs?: number;
}

/**
 * Makes a test event: the example of its type, with a hash and a time of its own, signed and with the store's secret as
 * BigCommerce's deliveries are, marked as a test, for the address that the store's hooks have. Each call makes another,
 * and writes into the audit log who asked for it.
 * @throws {UnknownEventType} {StoreUninstalled}
 */
export async function prepareTest(
  { storeHash: store, userId, email }: Pick<Access, "storeHash" | "userId" | "email">,
  scope: string,
  now: Date,
): Promise<PreparedTest> {
  if (!isKnownScope(scope)) throw new UnknownEventType(`there is no example of ${scope}`);
  const credentials = await storeCredentials(store);
  if (!credentials) throw new StoreUninstalled(`store ${store} has no secret to test with`);
  await writeAuditEntries(store, [{ actor: { userId, email }, action: "test_event_sent", scope }], now);

  const { appUrl, bigcommerce, sessionSecret } = config();
  const hash = randomBytes(20).toString("hex");
  const seconds = Math.floor(now.getTime() / 1000);
  const body = Buffer.from(JSON.stringify({ ...samplePayload(scope, store), hash, created_at: seconds }));
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": "Webhook Keeper",
    "webhook-id": hash,
    "webhook-timestamp": String(seconds),
    "webhook-signature": sign(hash, seconds, body, bigcommerce.clientSecret),
    [SECRET_HEADER]: credentials.webhookSecret,
    [TEST_HEADER]: testMark({ storeHash: store, hash }, seconds + MARK_SECONDS, sessionSecret),
  };
  const call = { url: receiverUrlOf(appUrl, store), headers, body };
  return { store, hash, occurredAt: new Date(seconds * 1000), call };
}

/**
 * Sends a test event and tells each step as it is done, or where it stops, until `signal` aborts. Believed is what the log
 * holds and not what the answer says. Sends once.
 */
export async function* carryOutTest(
  test: PreparedTest,
  { signal, answerMs = ANSWER_MS_MAX, seenMs = SEEN_MS_MAX }: TestPatience,
): AsyncGenerator<TestNews, void, undefined> {
  const viewer = watchLog(test);
  try {
    yield { kind: "begun", destination: test.call.url };
    await viewer.ready;
    const startedMs = performance.now();
    const afterMs = () => Math.round(performance.now() - startedMs);

    const { address, result } = await sendTest(test.call, { timeoutMs: answerMs, signal });
    if (address !== null) yield { kind: "reached", address, reach: reachOf(address) };
    if ("stop" in result) {
      yield { kind: "stopped", step: "sent", status: null, ...result };
      return;
    }
    const { status } = result;
    const stopped = judgeAnswer(result);
    if (stopped?.step !== "sent") yield { kind: "done", step: "sent", afterMs: afterMs() };
    if (stopped) {
      yield { kind: "stopped", status, ...stopped };
      return;
    }

    const row = await findEvent(test.store, test);
    if (!row) {
      yield { kind: "stopped", step: "proven", stop: "went_elsewhere", status, detail: null };
      return;
    }
    yield { kind: "done", step: "proven", afterMs: afterMs(), proof: Proof.parse(row.proof) };
    yield { kind: "done", step: "stored", afterMs: afterMs(), eventId: eventId(test) };
    if (!row.isTest) {
      yield { kind: "stopped", step: "seen", stop: "mark_lost", status, detail: null };
      return;
    }
    const seenAtMs = await Promise.race([viewer.seenAtMs, pause(seenMs, null, { signal, ref: false })]);
    if (seenAtMs === null) yield { kind: "stopped", step: "seen", stop: "not_seen", status, detail: null };
    else yield { kind: "done", step: "seen", afterMs: Math.max(0, Math.round(seenAtMs - startedMs)) };
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    viewer.leave();
  }
}

/** Looks at a store's log as a person's page does, for one event. */
function watchLog({ store, hash }: PreparedTest) {
  const { promise, resolve } = Promise.withResolvers<number>();
  const { ready, leave } = followStore(store, {
    hear: ({ rows, hasGap }) => {
      if (hasGap || rows.some((row) => row.hash === hash)) resolve(performance.now());
    },
    fail: () => undefined,
  });
  // A log that cannot be looked at is a step that stops, not a reason to send nothing.
  return { ready: ready.catch(() => undefined), leave, seenAtMs: promise };
}

import { hashOfKey } from "#lib/features/events/clash.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { outbound } from "#lib/platform/outbound/client.ts";
import { traced, tracing } from "#lib/tracing/tracing.ts";
import type { ForwardedEvent } from "./event.ts";
import type { AttemptOptions } from "./headers.ts";
import { brokenBy } from "./broken.ts";
import { languageFor } from "./language.ts";
import { RequestNotMade } from "./not-made.ts";
import { mailOnce } from "./mail-once.ts";
import { judgeOf, type Judged } from "./outcome.ts";
import { makeRequest } from "./request.ts";
import { forgetToken } from "./token.ts";

/** What is known of an attempt before it is made. */
export interface AttemptFacts extends Pick<AttemptOptions, "skipped" | "isReplay" | "isTest"> {
  /** Those that were made before. */
  attempts: number;
}

interface AttemptBounds {
  now: () => Date;
  signal: AbortSignal;
}

/**
 * Makes the request for an event and sends it once; twice where the first one tells that a token of OAuth is taken no
 * longer. Throws as the database does before anything is sent, and when `signal` fires: an event that cannot be made into a request is given up.
 */
export function sendOnce(
  destination: OpenDestination,
  event: ForwardedEvent,
  facts: AttemptFacts,
  bounds: AttemptBounds,
): Promise<Judged> {
  const { storeHash, hash, firstArrivedAt } = event;
  return traced(
    () => ({
      name: "forward",
      kind: "producer",
      about: [{ storeHash, hash: hashOfKey(hash), firstArrivedAt }],
      attributes: {
        "webhook_keeper.destination": destination.id,
        "webhook_keeper.attempt": facts.attempts + 1,
      },
    }),
    async () => {
      const judged = await attempt(destination, event, facts, bounds);
      const { outcome, status } = judged;
      tracing()?.note({
        "webhook_keeper.outcome": outcome,
        ...(status !== null && { "http.response.status_code": status }),
      });
      return judged;
    },
  );
}

async function attempt(
  destination: OpenDestination,
  event: ForwardedEvent,
  { attempts, skipped, isReplay, isTest }: AttemptFacts,
  { now, signal }: AttemptBounds,
): Promise<Judged> {
  const headMs = destination.settings.answerSeconds * 1_000;
  const kind = KINDS[destination.kind];
  if (kind.isMail) return mailOnce(destination, event, { isTest }, now);
  const language = await languageFor(destination);
  const facts = { attempt: attempts + 1, skipped, isReplay, isTest, language };
  const send = async () => {
    const call = await makeRequest(destination, event, { ...facts, now: now() });
    const traceparent = tracing()?.traceparent();
    const headers = traceparent ? { ...call.headers, traceparent } : call.headers;
    return outbound().post({ ...call, headers }, { headMs, signal });
  };
  try {
    const outcome = await send();
    const isTokenOld =
      destination.auth.kind === "oauth" && outcome.kind === "answered" && outcome.status === 401;
    if (!isTokenOld) return judgeOf(kind, outcome, now());
    forgetToken(destination);
    return judgeOf(kind, await send(), now());
  } catch (error) {
    if (error instanceof RequestNotMade) return error.judged;
    if (signal.aborted) throw error;
    return brokenBy(error, { destinationId: destination.id, seq: event.seq });
  }
}

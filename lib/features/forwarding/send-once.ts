import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { outbound } from "#lib/platform/outbound/client.ts";
import type { ForwardedEvent } from "./event.ts";
import { RequestNotMade } from "./not-made.ts";
import { judge, type Judged } from "./outcome.ts";
import { makeRequest } from "./request.ts";

/**
 * Makes the request for an event and sends it once. Never throws, save that it ends when `signal` fires.
 * @param attempts Those that were made before.
 */
export async function sendOnce(
  destination: OpenDestination,
  event: ForwardedEvent,
  { attempts, skipped }: { attempts: number; skipped: number },
  { now, signal }: { now: () => Date; signal: AbortSignal },
): Promise<Judged> {
  let call;
  try {
    call = await makeRequest(destination, event, {
      attempt: attempts + 1,
      now: now(),
      ...(skipped > 0 ? { skipped } : {}),
    });
  } catch (error) {
    if (error instanceof RequestNotMade) return error.judged;
    throw error;
  }
  const headMs = destination.settings.answerSeconds * 1_000;
  return judge(await outbound().post(call, { headMs, signal }), now());
}

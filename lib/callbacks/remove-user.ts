import { config } from "#lib/config/config.ts";
import { log } from "#lib/log/log.ts";
import { endMembership } from "#lib/features/auth/records.ts";
import { payloadIn, readSignedPayload } from "./signed-payload.ts";
import type { CallbackOutcome } from "./uninstall.ts";

/**
 * Carries out BigCommerce's remove-user callback: the person loses access to this store, at once and in every session;
 * other stores and the store itself are untouched. Links from before it open nothing any more, even if the person never
 * came here. Repeatable; an old payload, sent again after the person was let in anew, changes nothing.
 * @param query Of the callback; never to be logged.
 */
export async function removeUserByCallback(query: URLSearchParams, now: Date): Promise<CallbackOutcome> {
  const reading = await readSignedPayload(
    payloadIn(query),
    { ...config().bigcommerce, maxAgeSeconds: null },
    now,
  );
  if (!reading.ok) {
    log.warn({ refusal: reading.refusal, outcome: "refused" }, "a remove-user callback was refused");
    return reading;
  }
  const { storeHash, user, issuedAt } = reading.payload;
  await endMembership({
    storeHash,
    userId: user.id,
    email: user.email,
    isOwner: user.isOwner,
    removedAt: issuedAt,
    now,
  });
  log.info({ storeHash, userId: String(user.id) }, "a person's access was removed");
  return { ok: true };
}

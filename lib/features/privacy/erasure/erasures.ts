import { requireOwner, type Access } from "#lib/access.ts";
import type { ErasurePreview, ErasureTarget, PrivacyView } from "#lib/contract/privacy.ts";
import { log } from "#lib/log/log.ts";
import { ErasureUnderWay, NothingToErase } from "#lib/features/privacy/errors.ts";
import { privacyView } from "#lib/features/privacy/privacy.ts";
import { countErasable, createErasure } from "./records.ts";

/**
 * What would be erased of a thing. Read only.
 * @throws {OwnerOnly} when anyone but the owner asks.
 */
export async function previewErasure(
  access: Access,
  target: ErasureTarget,
  now: Date,
): Promise<ErasurePreview> {
  requireOwner(access, "to erase data");
  return countErasable(access.storeHash, target, now);
}

/**
 * Has everything about a thing erased that is known now; a worker does it. For good: nothing brings it back.
 * @throws {OwnerOnly} when anyone but the owner asks.
 * @throws {ErasureUnderWay} when another erasure of the store is not done.
 * @throws {NothingToErase} when nothing is known of the thing.
 */
export async function startErasure(access: Access, target: ErasureTarget, now: Date): Promise<PrivacyView> {
  requireOwner(access, "to erase data");
  const { storeHash } = access;
  const { events, states } = await countErasable(storeHash, target, now);
  if (events + states === 0) throw new NothingToErase(`nothing is known of that ${target.type}`);
  const erasure = await createErasure(storeHash, target, events + states, access, now);
  if (!erasure) throw new ErasureUnderWay(`store ${storeHash} has an erasure under way`);
  log.info(
    { storeHash, erasure: String(erasure.id), type: target.type, events, states },
    "an erasure was asked for",
  );
  return privacyView(storeHash);
}

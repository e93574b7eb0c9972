import { createHash, randomBytes } from "node:crypto";
import { requireOwner, type Access } from "#lib/access.ts";
import type { DestinationChange, DestinationInput, SecretRenewal } from "#lib/contract/destinations.ts";
import { DESTINATIONS_MAX, SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { log } from "#lib/log/log.ts";
import {
  countLocked,
  deleteDestination,
  insertDestination,
  lockDestination,
  requireDestination,
  updateDestination,
  type KnownDestination,
} from "./destinations.records.ts";
import { changeEntry, stateOf, switchEntry } from "./entries.ts";
import { KeyInvalid, MadeBefore, TooManyDestinations } from "./errors.ts";
import { newestPosition, positionBefore } from "./position.records.ts";
import { isKeyFor, makeKey, presentSecret, publicPartOf, withNewSecret } from "./secrets.ts";
import { requireReader } from "./require-reader.ts";
import { changed, differences, requireSendable } from "./settings.ts";
import { skipTo, startAnew } from "./switch.records.ts";

const ID_BYTES = 10;
const DAY_MS = 86_400_000;
/** Ends what the log says of a person who may not. */
const TO_CHANGE = "to change where events go";

/**
 * Makes a destination, which begins at once.
 * @param askedBy Names the wish: repeated under the same name within a day, what was made first is answered again. Null
 * makes another one each time.
 * @returns with it what its receiver verifies with; the key that signs, where both sides have it, nobody is told otherwise.
 * @throws {OwnerOnly | TooManyDestinations | MadeBefore} and what `requireSendable` and `requireReader` throw.
 */
export async function makeDestination(
  access: Access,
  input: DestinationInput,
  now: Date,
  askedBy: string | null = null,
): Promise<{ destination: KnownDestination; secret: string }> {
  requireOwner(access, TO_CHANGE);
  const { storeHash } = access;
  const {
    name,
    url,
    kind,
    headers = {},
    auth = { kind: "none" },
    secret = makeKey(input.signing),
    startFrom,
    ...rest
  } = input;
  const destination = changed(
    {
      id: askedBy === null ? randomBytes(ID_BYTES).toString("hex") : idFor(storeHash, askedBy),
      storeHash,
      name,
      kind,
      url,
      headers,
      auth,
      settings: { ...SETTINGS_DEFAULT, eventTypes: input.eventTypes },
      secrets: [presentSecret(secret, now)],
      isOn: true,
      offReason: null,
      offAt: null,
      offBy: null,
      createdAt: now,
      version: 1,
    },
    rest,
  );
  requireSendable(destination);
  await requireReader(destination);
  const day = startFrom === "day" ? await positionBefore(storeHash, new Date(now.getTime() - DAY_MS)) : null;
  const known = await inTransaction(async (tx) => {
    const count = await countLocked(tx, storeHash);
    const there = askedBy === null ? null : await lockDestination(tx, storeHash, destination.id);
    if (there) return madeBefore(there, destination, now);
    if (count >= DESTINATIONS_MAX)
      throw new TooManyDestinations(`there are ${DESTINATIONS_MAX} destinations`);
    await insertDestination(tx, destination, day ?? (await newestPosition(storeHash, tx)));
    const after = stateOf(destination);
    await addAuditEntries(
      tx,
      storeHash,
      [{ actor: access, action: "destination_made", destinationId: destination.id, after }],
      now,
    );
    return null;
  });
  if (known) return known;
  log.info({ storeHash, destination: destination.id }, "a destination was made");
  return { destination, secret: publicPartOf(destination.settings.signing, secret) ?? secret };
}

/** The id of what a wish makes in a store, the same each time. Pure. */
const idFor = (storeHash: string, askedBy: string): string =>
  createHash("sha256")
    .update(`${storeHash} ${askedBy}`)
    .digest("hex")
    .slice(0, ID_BYTES * 2);

/** What the same wish made before, and what its receiver verifies with. Pure. @throws {MadeBefore} when it is another wish, or old. */
function madeBefore(there: KnownDestination, wanted: KnownDestination, now: Date) {
  const isSame = there.name === wanted.name && there.url === wanted.url && there.kind === wanted.kind;
  const [secret] = there.secrets;
  if (!isSame || !secret || now.getTime() - there.createdAt.getTime() > DAY_MS)
    throw new MadeBefore("this wish made another destination, or did so long ago");
  return { destination: there, secret: publicPartOf(there.settings.signing, secret.value) ?? secret.value };
}

/**
 * Changes a destination, turns it on or off. Repeatable: what is so already is no change.
 * @throws {OwnerOnly | DestinationNotFound} and what `requireSendable` and `requireReader` throw.
 */
export async function changeDestination(
  access: Access,
  id: string,
  change: DestinationChange,
  now: Date,
): Promise<KnownDestination> {
  requireOwner(access, TO_CHANGE);
  return inTransaction(async (tx) => {
    const before = await requireDestination(tx, access.storeHash, id);
    const fields = changed(before, change);
    const different = differences(before, fields);
    if (different.length > 0) requireSendable(fields);
    if (fields.url !== before.url) await requireReader(fields);
    const isSwitched = change.isOn !== undefined && change.isOn !== before.isOn;
    if (different.length === 0 && !isSwitched) return before;
    const after = isSwitched ? switched(fields, before.isOn ? access.email : null, now) : fields;
    await updateDestination(tx, after);
    const isTurnedOn = isSwitched && after.isOn;
    const isFromNow = isTurnedOn && change.resumeFrom === "now";
    if (isFromNow) await skipTo(tx, after, await newestPosition(access.storeHash, tx));
    // What was ill is tried at once when it may be well by this.
    if (isTurnedOn || different.some((field) => REACHING.has(field))) await startAnew(tx, after, now);
    const entries = [
      ...(different.length > 0 ? [changeEntry(access, before, after, different)] : []),
      ...(isSwitched ? [switchEntry(access, after, isTurnedOn ? { isFromNow } : null)] : []),
    ];
    await addAuditEntries(tx, access.storeHash, entries, now);
    return { ...after, version: before.version + 1 };
  });
}

/** What decides whether a request reaches the destination. */
const REACHING: ReadonlySet<string> = new Set(["url", "auth", "headers"]);

/**
 * Deletes a destination with all that waits for it.
 * @throws {OwnerOnly | DestinationNotFound}
 */
export async function removeDestination(access: Access, id: string, now: Date): Promise<void> {
  requireOwner(access, TO_CHANGE);
  return inTransaction(async (tx) => {
    const before = stateOf(await requireDestination(tx, access.storeHash, id));
    await deleteDestination(tx, id);
    await addAuditEntries(
      tx,
      access.storeHash,
      [{ actor: access, action: "destination_removed", destinationId: id, before }],
      now,
    );
  });
}

/**
 * Puts another key in front of the present one, which signs as well for the overlap.
 * @returns what its receiver verifies with, as `makeDestination` does.
 * @throws {OwnerOnly | DestinationNotFound | KeyInvalid}
 */
export async function renewKey(
  access: Access,
  id: string,
  { overlapHours, secret: given }: SecretRenewal,
  now: Date,
): Promise<string> {
  requireOwner(access, TO_CHANGE);
  return inTransaction(async (tx) => {
    const before = await requireDestination(tx, access.storeHash, id);
    const { signing } = before.settings;
    const secret = given ?? makeKey(signing);
    if (!isKeyFor(signing, secret)) throw new KeyInvalid("the key cannot sign");
    const secrets = withNewSecret(before.secrets, presentSecret(secret, now), overlapHours, now);
    await updateDestination(tx, { ...before, secrets });
    const reason = { code: "key_overlap" as const, params: { hours: overlapHours } };
    const entry = {
      actor: access,
      action: "destination_secret_renewed" as const,
      destinationId: id,
      after: stateOf(before),
      reason,
    };
    await addAuditEntries(tx, access.storeHash, [entry], now);
    return publicPartOf(signing, secret) ?? secret;
  });
}

const switched = (destination: KnownDestination, offBy: string | null, now: Date): KnownDestination =>
  destination.isOn
    ? { ...destination, isOn: false, offReason: "person", offAt: now, offBy }
    : { ...destination, isOn: true, offReason: null, offAt: null, offBy: null };

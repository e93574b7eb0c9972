import type { KeyRing } from "#lib/crypto/key-ring.ts";
import { SealBroken, unseal } from "#lib/crypto/seal.ts";
import { AppError } from "#lib/errors.ts";
import { sampleSealed, type SealedSample } from "./rotate-keys.records.ts";

/** Values of one key that are tried in each column: should all of them fail, the key is wrong, and not the values. */
const SAMPLE_MAX = 200;

/** No sealed value of the database opens: the keys are another database's. The message says which keys it wants. */
export class SealsClosed extends AppError {
  readonly code = "SEALS_CLOSED";
  readonly retryable = false;
}

/** Values that are sealed under one key. */
export interface KeyInUse {
  id: string;
  values: number;
  /** Whether any of those that were tried opens. */
  opens: boolean;
}

/**
 * Tries whether the keys of the settings are those of a database, by a sample of what every key sealed; 10,000 stores
 * take a tenth of a second. Repeatable.
 * @returns a sentence for the operator who starts the app when some values do not open, otherwise null.
 * @throws {SealsClosed} when there are sealed values and none opens.
 */
export async function checkSeals(databaseUrl: string, ring: KeyRing): Promise<string | null> {
  return verdictOf(keysInUse(await sampleSealed(databaseUrl, SAMPLE_MAX), ring), ring);
}

/** Which keys sealed what, and which of them the ring has. Pure. */
export function keysInUse(samples: readonly SealedSample[], ring: KeyRing): KeyInUse[] {
  const keys = new Map<string, KeyInUse>();
  for (const { column, id, values, tried } of samples) {
    const key = keys.get(id) ?? { id, values: 0, opens: false };
    keys.set(id, key);
    key.values += values;
    key.opens ||= tried.some(({ rowKey, sealed }) => opens(sealed, column.place(rowKey), ring));
  }
  return [...keys.values()];
}

/**
 * What is to be said of keys that do not open what they sealed. Pure.
 * @throws {SealsClosed} when none does.
 */
export function verdictOf(keys: readonly KeyInUse[], ring: KeyRing): string | null {
  const closed = keys.filter((key) => !key.opens);
  if (closed.length === 0) return null;
  const given = new Set(ring.map(({ id }) => id));
  const reasons = closed.map(({ id, values }) => {
    const what = `${values} ${values === 1 ? "value was" : "values were"} sealed under ${id}`;
    return given.has(id)
      ? `${what}, and the key given under that name is another one`
      : `${what}, which is not given`;
  });
  if (closed.length === keys.length) {
    throw new SealsClosed(
      `ENCRYPTION_KEYS opens none of the secrets in this database: ${reasons.join("; ")}. ` +
        "Set the keys that this database was used with, or name the right database in DATABASE_URL.",
    );
  }
  return (
    `ENCRYPTION_KEYS does not open all secrets in this database: ${reasons.join("; ")}. ` +
    "Put the missing key back; the stores that it belongs to have to install the app again otherwise."
  );
}

function opens(sealed: string, place: string, ring: KeyRing): boolean {
  try {
    unseal(sealed, place, ring);
    return true;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}

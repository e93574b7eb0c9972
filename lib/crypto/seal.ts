import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "#lib/errors.ts";
import type { EncryptionKey, KeyRing } from "./key-ring.ts";

const ALGORITHM = "aes-256-gcm";
/** Source: NIST SP 800-38D, 8.2: 96-bit initialisation vectors. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed value that no key of the ring opens: altered, moved to another row, or its key is gone. */
export class SealBroken extends AppError {
  readonly code = "SEAL_BROKEN";
  readonly retryable = false;
}

/**
 * Encrypts a secret for rest in the database, under the first key of the ring.
 * @param place Where the value will live, such as `stores.access_token:abc123`; the seal opens nowhere else.
 * @returns `keyId.base64url`; a fresh initialisation vector makes every call's answer another.
 */
export function seal(secret: string, place: string, keys: KeyRing): string {
  const [key] = keys;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, iv, { authTagLength: TAG_BYTES }).setAAD(
    Buffer.from(place),
  );
  const sealed = Buffer.concat([iv, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${key.id}.${sealed.toString("base64url")}`;
}

/**
 * Opens what `seal` made for the same place.
 * @throws {SealBroken} when any bit of it differs, the place is another, or its key is not in the ring.
 */
export function unseal(sealed: string, place: string, keys: readonly EncryptionKey[]): string {
  const [keyId, encoded = ""] = sealed.split(".");
  const key = keys.find(({ id }) => id === keyId);
  const bytes = Buffer.from(encoded, "base64url");
  // Decoding forgives stray characters and unused bits; a seal that was not written by us is not opened.
  if (
    !key ||
    bytes.length <= IV_BYTES + TAG_BYTES - 1 ||
    sealed !== `${key.id}.${bytes.toString("base64url")}`
  ) {
    throw new SealBroken(`nothing opens the sealed value of ${place}`);
  }
  const tagStart = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(tagStart));
  try {
    return decipher.update(bytes.subarray(IV_BYTES, tagStart), undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw new SealBroken(`the sealed value of ${place} was altered or moved`, { cause });
  }
}

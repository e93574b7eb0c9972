import { config } from "#lib/config.ts";
import { SealBroken, unseal } from "#lib/crypto/seal.ts";
import { secretPlace } from "#lib/stores/places.ts";

/** A store's webhook secret, or why no key opens it. @throws only what is no `SealBroken`. */
export function openedSecret(hash: string, sealed: string): string | SealBroken {
  try {
    return unseal(sealed, secretPlace(hash), config().encryptionKeys);
  } catch (error) {
    if (error instanceof SealBroken) return error;
    throw error;
  }
}

import type { Proof } from "#lib/contract/events.ts";
import { sameBytes } from "#lib/crypto/same-bytes.ts";
import { SECRET_HEADER } from "./headers.ts";
import { isSignatureRight, knownSignatures } from "#lib/crypto/webhook-signature.ts";

/** One inbound request as it came: nothing parsed, nothing believed. */
export interface RawArrival {
  /** The last segment of the path; whatever the sender wrote there. */
  storeHash: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
}

/** Why an arrival is not believed. */
export type Unproven = "no_proof" | "wrong_signature" | "wrong_secret" | "signature_required";

export type Proving = { isProven: true; proof: Proof } | { isProven: false; reason: Unproven };

/** What an arrival is held against. */
export interface ProofKeys {
  /** The app's, and the one before while BigCommerce may still sign with it. */
  clientSecrets: readonly string[];
  /** The secret that we gave this store's hooks, two while it is renewed; none for a store that we do not know. */
  storeSecrets: readonly string[];
  /** Refuses the secret header alone. */
  requiresSignature: boolean;
}

/**
 * Decides whether BigCommerce sent this. Two proofs exist, because the documentation names the signature while its
 * webhook overview is silent about it: the signature, and the secret header that we set on our hooks. Every proof
 * that is present must be right: one wrong proof refuses the arrival, even beside a right one. What cannot be judged
 * neither proves nor refutes: a secret header for an unknown store, and signatures of unknown versions. Leaving such
 * a header out would have the same effect. Pure; needs no database.
 */
export function prove(arrival: RawArrival, keys: ProofKeys, now: Date): Proving {
  const { headers, body } = arrival;
  const signature = headers["webhook-signature"];
  const secret = headers[SECRET_HEADER];

  const isSigned = signature !== undefined && knownSignatures(signature).length > 0;
  const signatureHeaders = { id: headers["webhook-id"], timestamp: headers["webhook-timestamp"], signature };
  if (isSigned && !isSignatureRight(signatureHeaders, body, keys.clientSecrets, now)) {
    return { isProven: false, reason: "wrong_signature" };
  }
  const hasSecret = secret !== undefined && keys.storeSecrets.length > 0;
  if (hasSecret && !isAmong(secret, keys.storeSecrets)) return { isProven: false, reason: "wrong_secret" };

  if (isSigned) return { isProven: true, proof: hasSecret ? "both" : "signature" };
  // A signature that only we cannot judge may well be BigCommerce's: it is not taken for a stranger's noise.
  if (!hasSecret)
    return { isProven: false, reason: signature === undefined ? "no_proof" : "wrong_signature" };
  if (keys.requiresSignature) return { isProven: false, reason: "signature_required" };
  return { isProven: true, proof: "header" };
}

/** Compares with each of them, whichever fits, so that the time does not tell which one it was. */
function isAmong(given: string, secrets: readonly string[]): boolean {
  return secrets.filter((secret) => sameBytes(given, secret)).length > 0;
}

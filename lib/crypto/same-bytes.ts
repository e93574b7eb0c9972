import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Compares two secrets in a time that tells nothing about where they differ, nor about their lengths.
 * Hashing first gives `timingSafeEqual` the equal lengths it demands.
 */
export function sameBytes(left: string | Uint8Array, right: string | Uint8Array): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(value: string | Uint8Array): Buffer {
  return createHash("sha256").update(value).digest();
}

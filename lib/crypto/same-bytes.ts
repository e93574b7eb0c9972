import { timingSafeEqual } from "node:crypto";

/**
 * Compares two secrets in a time that tells nothing about where they differ. Their lengths are no secret: every value
 * that is compared here has a published one.
 */
export function sameBytes(left: string | Uint8Array, right: string | Uint8Array): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

/** A key of the ring that seals secrets at rest; the first one seals, all of them open. */
export interface EncryptionKey {
  id: string;
  bytes: Buffer;
}

/** At least one key; the first one seals. */
export type KeyRing = readonly [EncryptionKey, ...EncryptionKey[]];

/** AES-256 takes keys of this length. Source: FIPS 197. */
export const KEY_BYTES = 32;

/**
 * Reads `id:base64,id:base64`, as `ENCRYPTION_KEYS` holds it. Pure.
 * @returns the ring, or everything that is wrong with it: each a half sentence that names the entry, never its key.
 */
export function parseKeyRing(text: string): { ring: KeyRing } | { faults: string[] } {
  const faults: string[] = [];
  const keys = text.split(",").map((entry, index) => {
    const [id = "", base64 = ""] = entry.trim().split(/:(.*)/s);
    const bytes = Buffer.from(base64, "base64");
    // What has no colon may be a key that lacks its name, and is not to be shown.
    const name = /^[\w-]{1,32}:/.test(entry.trim()) ? `key ${id}` : `entry ${index + 1}`;
    if (name.startsWith("entry")) {
      faults.push(
        `has an ${name} that is not id:base64, with 1 to 32 letters, digits, - or _ before the colon`,
      );
    } else if (bytes.length !== KEY_BYTES) {
      faults.push(`has a ${name} that is not ${KEY_BYTES} bytes in base64`);
    } else if (bytes.toString("base64") !== base64) {
      faults.push(
        `has a ${name} in unusual base64 (a missing =, another alphabet or stray bits): write what a base64 encoder gives`,
      );
    }
    return { id, bytes };
  });
  for (const [index, { id, bytes }] of keys.entries()) {
    const before = keys.slice(0, index);
    if (before.some((other) => other.id === id)) {
      faults.push(`names ${id} twice: every key needs a name of its own`);
    } else if (before.some((other) => other.bytes.equals(bytes)) && bytes.length === KEY_BYTES) {
      faults.push(`has the same key under two names, the second being ${id}`);
    }
  }
  const [first, ...rest] = keys;
  return first && faults.length === 0 ? { ring: [first, ...rest] } : { faults: [...new Set(faults)] };
}

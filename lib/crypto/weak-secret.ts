/** Random text of 32 hexadecimal digits has fewer than this many different ones once in a million times. */
const DISTINCT_CHARACTERS_MIN = 8;
/** 32 random bytes have about 30 different ones, and never in practice fewer than this. */
const DISTINCT_BYTES_MIN = 20;
/** Share of neighbours that are equal or follow each other in the alphabet; random hexadecimal digits have 0.18. */
const STEPS_SHARE_MAX = 0.6;
/** What people write where a secret is still to come. Random text does not hold them. */
const PLACEHOLDERS =
  /secret|passw|change[-_ ]?(me|this|it)|placeholder|example|sample|default|your[-_ ]|replace|sandbox|qwert|letmein|<.*>|\.\.\.|\*\*\*/i;

/**
 * Why a text is no secret, as the end of a sentence that begins with the setting's name; null when nothing speaks
 * against it. Finds what people do, not what a generator does: it cannot prove that a text is random.
 */
export function weaknessOfText(secret: string, lengthMin: number): string | null {
  if (secret.length < lengthMin) return `must have at least ${lengthMin} characters`;
  if (secret !== secret.trim()) return "begins or ends with a space";
  if (PLACEHOLDERS.test(secret)) return "looks like a placeholder: set a value of your own";
  if (new Set(secret).size < DISTINCT_CHARACTERS_MIN) {
    return `has fewer than ${DISTINCT_CHARACTERS_MIN} different characters: make it at random`;
  }
  if (isPatterned(Buffer.from(secret))) return "follows a pattern: make it at random";
  return null;
}

/** Why bytes are no key, in the manner of {@link weaknessOfText}. */
export function weaknessOfKey(bytes: Uint8Array): string | null {
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) {
    return "is text in base64, which is far easier to guess than random bytes";
  }
  if (new Set(bytes).size < DISTINCT_BYTES_MIN || isPatterned(bytes)) return "is not made at random";
  return null;
}

/** A piece that is said again and again, or a walk along the alphabet. */
function isPatterned(bytes: Uint8Array): boolean {
  const { length } = bytes;
  for (let period = 1; period <= length / 2; period++) {
    if (bytes.subarray(period).every((byte, index) => byte === bytes[index])) return true;
  }
  let steps = 0;
  for (let index = 1; index < length; index++) {
    if (Math.abs((bytes[index] ?? 0) - (bytes[index - 1] ?? 0)) <= 1) steps++;
  }
  return steps / (length - 1) >= STEPS_SHARE_MAX;
}

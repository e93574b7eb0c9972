/** Longer words are cut, in what is kept and in what is sought alike. */
const CHARACTERS_MAX = 64;

/** Whether a word is an e-mail address, as far as its form tells. Pure. */
export const isEmail = (text: string): boolean => /^[^@\s]+@[^@\s]+$/.test(text);

/**
 * The words of a text, each once: small letters without accents; whatever is neither letter nor digit parts them, save in
 * an e-mail address, which is one word. Pure.
 */
export function wordsIn(text: string): string[] {
  const folded = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = folded
    .split(/\s+/)
    .flatMap((part) => (isEmail(part) ? [part] : part.split(/[^\p{L}\p{N}]+/u)))
    .map((word) => word.slice(0, CHARACTERS_MAX));
  return [...new Set(words)].filter((word) => word !== "");
}

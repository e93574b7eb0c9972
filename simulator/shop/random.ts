/** A source of numbers from 0 up to, but not including, 1. `Math.random` is one. */
export type Random = () => number;

/** A random source that gives the same numbers for the same seed (the mulberry32 generator). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of the given items, or undefined when there are none. */
export function pick<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** One of the keys of `weights`, each as likely as its share of the whole; zero and less is never chosen. */
export function pickWeighted<Key extends string>(
  random: Random,
  weights: Partial<Record<Key, number>>,
): Key | undefined {
  // Object.entries forgets the key type of a record that we wrote ourselves.
  const entries = (Object.entries(weights) as [Key, number][]).filter(([, weight]) => weight > 0);
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.at(-1)?.[0];
}

/** `length` hexadecimal digits. */
export function hexDigits(random: Random, length: number): string {
  return Array.from({ length }, () => between(random, 0, 15).toString(16)).join("");
}

/** A version 4 UUID, as carts and their line items have for ids. */
export function uuid(random: Random): string {
  const variant = between(random, 8, 11).toString(16);
  return [
    hexDigits(random, 8),
    hexDigits(random, 4),
    `4${hexDigits(random, 3)}`,
    variant + hexDigits(random, 3),
    hexDigits(random, 12),
  ].join("-");
}

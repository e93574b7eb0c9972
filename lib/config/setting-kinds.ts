import { z } from "zod";

/** A setting that is text, and what it has to be, in the words that a fault says after its name; never the value. */
export const must = (words: string, isRight: (value: string) => boolean) =>
  z.string().refine(isRight, `must be ${words}`);

/** Digits alone: no sign, no fraction, no exponent. */
export const wholeNumber = (min: number, max: number) =>
  must(
    `a whole number from ${min} to ${max}`,
    (value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max,
  ).transform(Number);

/** One of a few words. */
export const oneOf = <const T extends string>(...choices: T[]) =>
  z.enum(choices, { error: `must be one of ${choices.join(", ")}` });

/** An address under one of the protocols, each with its colon. */
export const address = (words: string, ...protocols: string[]) =>
  must(words, (value) => protocols.includes(URL.parse(value)?.protocol ?? ""));

/** Protocol, host and port, and nothing behind them. */
export const origin = must("an origin, like https://keeper.example.com, without a path", (value) => {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
});

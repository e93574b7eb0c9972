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

/** Who frames the app from the machine of the person at it, such as a simulator's control panel. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
const SECURE = /^https:\/\/(?:\*\.(?=[a-z0-9-]+\.))?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/;

/**
 * Sources of a Content-Security-Policy, each an origin, with a wildcard for its first labels or without. They stand in a
 * header of every page: no character gets through that could end the directive or the header, or start another source.
 * Gives them parted by one space each. Source: CSP Level 3, 2.3.1.
 */
export const frameSources = z.string().transform((value, context) => {
  const sources = value.split(" ").filter((source) => source !== "");
  const wrong = sources.flatMap((source, index) => (isFrameSource(source) ? [] : [index + 1]));
  if (sources.length > 0 && wrong.length === 0) return sources.join(" ");
  const fault = sources.length === 0 ? "there is none" : `look at number ${wrong.join(", ")}`;
  context.addIssue({
    code: "custom",
    message:
      "must be origins parted by spaces, each https, like https://panel.example.com or https://*.mybigcommerce.com, " +
      `or http on this machine, like http://127.0.0.1:4000: ${fault}`,
  });
  return z.NEVER;
});

function isFrameSource(source: string): boolean {
  if (!LOOPBACK.test(source) && !SECURE.test(source)) return false;
  const whole = source.replace("*.", "");
  // A port that is none, or that goes without saying: no browser spells an origin so.
  return URL.parse(whole)?.origin === whole;
}

/** Protocol, host and port, and nothing behind them. */
export const origin = must("an origin, like https://keeper.example.com, without a path", (value) => {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
});

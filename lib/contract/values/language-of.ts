import { LANGUAGES, type Language } from "./languages.ts";

/**
 * The language to speak to somebody, by what they understand, best first: English when that is none of ours. Pure.
 * @param asked Language tags such as "de-CH", or a whole `Accept-Language`. Source: RFC 9110, 12.5.4.
 */
export function languageOf(asked: string | null | undefined): Language {
  const ranges = (asked ?? "").split(",").map((range, index) => {
    const [tag = "", ...parameters] = range.trim().split(";");
    const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/i.exec(one)?.[1]).find(Boolean);
    return { language: tag.split(/[-_]/)[0]?.toLowerCase(), weight: Number(quality ?? 1), index };
  });
  const best = ranges
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight || one.index - other.index);
  for (const { language } of best) {
    const known = LANGUAGES.find((ours) => ours === language);
    if (known) return known;
  }
  return LANGUAGES[0];
}

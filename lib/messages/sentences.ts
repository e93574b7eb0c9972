import { wordsHere } from "./here.ts";

/**
 * One sentence for a person about the code of an error, which is all that is written down of an action. Never empty.
 */
export function sentenceOf(code: string): string {
  const { OTHER_OUTCOME, OUTCOMES } = wordsHere();
  return OUTCOMES[code] ?? OTHER_OUTCOME;
}

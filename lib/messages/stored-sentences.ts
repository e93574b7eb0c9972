import { z } from "zod";
import {
  type PlainCode,
  SENTENCE_PARAMS,
  type Sentence,
  type SentenceCode,
  type SentenceTexts,
} from "#lib/contract/sentences.ts";

/** How every stored sentence begins. No text that was written before sentences had codes does. */
const MARK = '{"code":"';

const Stored = z.object({ code: z.string(), params: z.unknown().optional() });

/** What a language says of what is stored. */
export interface StoredTexts {
  SENTENCES: SentenceTexts;
  UNKNOWN_SENTENCE: (code: string) => string;
}

/** A sentence that nothing goes into. Pure. */
export function plainSentence(code: PlainCode): Sentence {
  return { code, params: {} };
}

/** A sentence as the text that a table keeps. Pure. */
export function storedSentence({ code, params }: Sentence): string {
  return JSON.stringify({ code, params });
}

/** A sentence in the language whose texts are given. Pure. */
export function sentenceIn<Code extends SentenceCode>(
  texts: SentenceTexts,
  { code, params }: Sentence<Code>,
): string {
  return texts[code](params);
}

/**
 * What a table keeps, in the language whose texts are given: a stored sentence by its code, one that was written in English
 * before there were codes by what it says. What nobody foresaw is read as it is. Pure.
 * @param oldSentence Finds the sentence behind an old text; null for a text that it does not know.
 */
export function readStored(
  stored: string,
  { SENTENCES, UNKNOWN_SENTENCE }: StoredTexts,
  oldSentence: (text: string) => Sentence | null,
): string {
  const kept = parseStored(stored);
  const sentence = kept ? kept.sentence : oldSentence(stored);
  if (sentence) return sentenceIn(SENTENCES, sentence);
  return kept ? UNKNOWN_SENTENCE(kept.code) : stored;
}

/**
 * The code of a stored sentence, and the sentence itself unless it is a newer version's; null for a text that was never
 * stored by its code. Pure.
 */
export function parseStored(stored: string): { code: string; sentence: Sentence | null } | null {
  const kept = keptIn(stored);
  if (!kept) return null;
  const { code, params } = kept;
  return { code, sentence: isSentenceCode(code) ? sentenceWith(code, params) : null };
}

function keptIn(stored: string): z.infer<typeof Stored> | null {
  if (!stored.startsWith(MARK)) return null;
  try {
    return Stored.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}

function sentenceWith<Code extends SentenceCode>(code: Code, params: unknown): Sentence<Code> | null {
  const { data } = SENTENCE_PARAMS[code].safeParse(params);
  return data === undefined ? null : { code, params: data };
}

const isSentenceCode = (text: string): text is SentenceCode => Object.hasOwn(SENTENCE_PARAMS, text);

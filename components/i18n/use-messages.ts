"use client";

import { createContext, useContext } from "react";
import type { Words } from "#lib/messages/languages.ts";

/** The words of the page's language; null for English, which every screen brings along. */
export const WordsContext = createContext<Words | null>(null);

/**
 * An area's words in the page's language.
 * @param english The area's English words, a whole module: they are shown where nothing else is known.
 */
export function useWords<Area extends { readonly area: keyof Words }>(english: Area): Area {
  const words = useContext(WordsContext);
  // Each language has the same areas with the same words: see `Words`.
  return words === null ? english : (words[english.area] as unknown as Area);
}

/** All words of a language other than English, which is there as a whole; null for English. */
export function useOtherWords(): Words | null {
  return useContext(WordsContext);
}

"use client";

import { createContext, startTransition, use, useContext, useMemo, useState, type ReactNode } from "react";
import type { Language } from "#lib/contract/values/languages.ts";
import { WordsContext } from "./use-messages.ts";
import { wordsOf } from "#lib/messages/languages.ts";

interface Speaker {
  /** The language of the page. */
  language: Language;
  /** Shows the page in another language, as soon as its words are there. Never throws. */
  speak: (language: Language) => Promise<void>;
}

const SpeakerContext = createContext<Speaker>({ language: "en", speak: async () => undefined });

/** The language of the page, and how to change it. */
export function useLanguage(): Speaker {
  return useContext(SpeakerContext);
}

/**
 * Gives everything below it the words of a language. English needs nothing; another language is waited for, on the server
 * as in the browser, so that nobody sees English first.
 * @param language What the server knows of the person; the page may learn better.
 */
export function WordsProvider({ language: asked, children }: { language: Language; children: ReactNode }) {
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? asked;
  const words = language === "en" ? null : use(wordsOf(language));
  const speaker = useMemo(
    () => ({
      language,
      speak: async (next: Language) => {
        await wordsOf(next);
        document.documentElement.lang = next;
        startTransition(() => setChosen(next));
      },
    }),
    [language],
  );
  return (
    <SpeakerContext value={speaker}>
      <WordsContext value={words}>{children}</WordsContext>
    </SpeakerContext>
  );
}

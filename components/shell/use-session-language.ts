"use client";

import { useEffect, useRef } from "react";
import { useSWRConfig } from "swr";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useLanguage } from "#components/i18n/messages-provider.tsx";
import { saySentences } from "#lib/client/fetcher/sentences.ts";
import type { Language } from "#lib/contract/values/languages.ts";
import type { SessionView } from "#lib/contract/session.ts";

/**
 * The language of the page, which becomes the person's own once that is known: a page whose browser keeps no cookie came
 * in the browser's. What the server said in the other language is asked again.
 */
export function useSessionLanguage(session: SessionView | undefined): Language {
  const { language, speak } = useLanguage();
  const { mutate } = useSWRConfig();
  const wanted = session?.user.language;
  useEffect(() => {
    if (wanted !== undefined && wanted !== language) void speak(wanted);
  }, [language, speak, wanted]);

  const { COMMON } = useWords(englishCommon);
  useEffect(() => saySentences(COMMON), [COMMON]);

  const said = useRef(language);
  useEffect(() => {
    if (said.current === language) return;
    said.current = language;
    void mutate(() => true);
  }, [language, mutate]);
  return language;
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Choice } from "#components/ui/form/choice.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { usePreferences } from "#lib/client/api/use-preferences.ts";
import { LANGUAGES, type Language } from "#lib/contract/values/languages.ts";

/** What a language is called by those who speak it, for those who do not read the present one. */
function ownName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Stands for the control panel's language: a choice has no empty value. */
const PANEL = "panel";

/** In which language the app speaks to the person who is here. */
export function LanguageChoice() {
  const { LANGUAGE } = useWords(englishSettings);
  const { store, session, hasEnded } = useStore();
  const change = usePreferences(store);
  const show = useToast();
  const router = useRouter();
  const [isBusy, setIsBusy] = useState(false);
  const choose = async (value: string) => {
    if (!session || hasEnded || isBusy) return;
    setIsBusy(true);
    try {
      await change({ language: LANGUAGES.find((language) => language === value) ?? null });
      // The title of the page comes from the server.
      router.refresh();
    } catch {
      show({ type: "error", text: LANGUAGE.failed });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Choice
      label={LANGUAGE.label}
      onChange={(value) => void choose(value)}
      options={[
        { value: PANEL, label: LANGUAGE.panel },
        ...LANGUAGES.map((language) => ({ value: language, label: ownName(language) })),
      ]}
      value={session?.user.chosenLanguage ?? PANEL}
    />
  );
}

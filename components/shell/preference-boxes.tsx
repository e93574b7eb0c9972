"use client";

import { Checkbox } from "@bigcommerce/big-design";
import { useState } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishPreferences from "#lib/messages/en/preferences.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { usePreferences } from "#lib/client/api/use-preferences.ts";
import { useStore } from "./store-context.tsx";

/** Whether single keys act, for the person who is here. */
export function KeysSwitch() {
  const { KEYS_SWITCH } = useWords(englishPreferences);
  const isOn = useStore().session?.user.usesKeys ?? true;
  return <PreferenceBox change={{ usesKeys: !isOn }} isOn={isOn} words={KEYS_SWITCH} />;
}

/** Whether the person who is here sees what only a developer needs. */
export function TechnicalDetailsSwitch() {
  const { TECHNICAL_DETAILS } = useWords(englishPreferences);
  const { showsTechnicalDetails: isOn } = useStore();
  return <PreferenceBox change={{ showsTechnicalDetails: !isOn }} isOn={isOn} words={TECHNICAL_DETAILS} />;
}

interface PreferenceBoxProps {
  isOn: boolean;
  /** What a click saves. */
  change: { usesKeys: boolean } | { showsTechnicalDetails: boolean };
  words: { label: string; text: string };
}

function PreferenceBox({ isOn, change, words }: PreferenceBoxProps) {
  const { PREFERENCES } = useWords(englishPreferences);
  const { store, session, hasEnded } = useStore();
  const save = usePreferences(store);
  const show = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const toggle = async () => {
    if (isBusy) return;
    setIsBusy(true);
    try {
      await save(change);
    } catch {
      show({ type: "error", text: PREFERENCES.failed });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <span style={{ display: "block", position: "relative" }}>
      <Checkbox
        checked={isOn}
        description={words.text}
        disabled={!session || hasEnded}
        label={words.label}
        onChange={() => void toggle()}
      />
    </span>
  );
}

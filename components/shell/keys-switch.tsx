"use client";

import { Checkbox } from "@bigcommerce/big-design";
import { useState } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishViews from "#lib/messages/en/views.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { usePreferences } from "#lib/client/api/use-preferences.ts";
import { useStore } from "./store-context.tsx";

/** Whether single keys act, for the person who is here. */
export function KeysSwitch() {
  const { KEYS_SWITCH } = useWords(englishViews);
  const { store, session, hasEnded } = useStore();
  const change = usePreferences(store);
  const show = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const usesKeys = session?.user.usesKeys ?? true;
  const toggle = async () => {
    if (isBusy) return;
    setIsBusy(true);
    try {
      await change({ usesKeys: !usesKeys });
    } catch {
      show({ type: "error", text: KEYS_SWITCH.failed });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <span style={{ display: "block", position: "relative" }}>
      <Checkbox
        checked={usesKeys}
        description={KEYS_SWITCH.text}
        disabled={!session || hasEnded}
        label={KEYS_SWITCH.label}
        onChange={() => void toggle()}
      />
    </span>
  );
}

"use client";

import { Switch } from "@bigcommerce/big-design";
import { useState } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishKeeper from "#lib/messages/en/keeper.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";

interface KeeperSwitchProps {
  label: string;
  /** Whether the app mends by itself. */
  isOn: boolean;
  isDisabled: boolean;
  onChange: (isOn: boolean) => Promise<void>;
}

/** Turns on and off that the app mends by itself. Moves at once, and goes back when it is refused. */
export function KeeperSwitch({ label, isOn, isDisabled, onChange }: KeeperSwitchProps) {
  const { KEEPER } = useWords(englishKeeper);
  const toast = useToast();
  const [pending, setPending] = useState<boolean | null>(null);
  const isChecked = pending ?? isOn;
  const turn = async () => {
    setPending(!isChecked);
    try {
      await onChange(!isChecked);
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: KEEPER.failed, text });
    }
    setPending(null);
  };
  return (
    <Switch
      aria-checked={isChecked}
      aria-label={label}
      checked={isChecked}
      disabled={isDisabled}
      // A second press while the first is under way would only cross it.
      onChange={() => pending === null && void turn()}
      role="switch"
    />
  );
}

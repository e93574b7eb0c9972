"use client";

import { useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";

/** Turns a destination on or off, and says how that ended. `pending` is what it is on the way to; null when it is not. */
export function useTurning({ id, name }: Pick<DestinationView, "id" | "name">) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  const { change } = useDestinationWays(store);
  const toast = useToast();
  const [pending, setPending] = useState<boolean | null>(null);
  const turn = async (isOn: boolean, resumeFrom: "position" | "now" = "position") => {
    setPending(isOn);
    try {
      await change(id, isOn ? { isOn, resumeFrom } : { isOn });
      toast({
        type: "success",
        subject: id,
        text: isOn ? DESTINATIONS.turnedOn(name) : DESTINATIONS.turnedOff(name),
      });
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", subject: id, header: DESTINATIONS.notChanged, text });
    } finally {
      setPending(null);
    }
  };
  return { turn, pending };
}

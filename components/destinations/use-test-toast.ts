"use client";

import { useLocale } from "#components/ui/locale.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { testWords } from "./test-words.ts";

/** A function that sends a destination a test event and says at the edge of the screen what came of it. */
export function useTestToast(destination: DestinationView): () => Promise<void> {
  const words = useWords(englishDestinations);
  const deliveries = useWords(englishDeliveries);
  const { store } = useStore();
  const { test } = useDestinationWays(store);
  const toast = useToast();
  const locale = useLocale();
  return async () => {
    try {
      const attempt = await test(destination.id);
      toast({
        type: attempt.outcome === "delivered" ? "success" : "error",
        subject: destination.id,
        header: destination.name,
        text: testWords(attempt, destination, words, deliveries, locale),
      });
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", subject: destination.id, header: words.DESTINATIONS.testFailed, text });
    }
  };
}

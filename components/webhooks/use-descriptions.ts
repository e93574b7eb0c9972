"use client";

import { useEffect, useState } from "react";
import { useOtherWords } from "#components/i18n/use-messages.ts";
import type { DescriptionOf } from "#lib/messages/event-type-descriptions.ts";

/** What is said of event types, to search in; loaded when somebody first searches, undefined before it is there. */
export function useDescriptions(isSearching: boolean): DescriptionOf | undefined {
  const others = useOtherWords();
  const [english, setEnglish] = useState<{ of: DescriptionOf }>();
  useEffect(() => {
    if (!isSearching || english || others) return undefined;
    let isCurrent = true;
    void import("#lib/messages/event-type-descriptions.ts").then(({ descriptionOf }) => {
      if (isCurrent) setEnglish({ of: descriptionOf });
    });
    return () => {
      isCurrent = false;
    };
  }, [isSearching, english, others]);
  return others?.limits.descriptionOf ?? english?.of;
}

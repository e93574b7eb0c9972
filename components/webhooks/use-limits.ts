import { useEffect, useState } from "react";
import { useOtherWords } from "#components/i18n/use-messages.ts";
import type { LimitOf } from "#lib/messages/event-type-limits.ts";

/** What event types leave out, to search in; loaded when somebody first searches, undefined before it is there. */
export function useLimits(isSearching: boolean): LimitOf | undefined {
  const others = useOtherWords();
  const [limits, setLimits] = useState<{ of: LimitOf }>();
  useEffect(() => {
    if (!isSearching || limits || others) return undefined;
    let isCurrent = true;
    void import("#lib/messages/event-type-limits.ts").then(({ limitOf }) => {
      if (isCurrent) setLimits({ of: limitOf });
    });
    return () => {
      isCurrent = false;
    };
  }, [isSearching, limits, others]);
  return others?.limits.limitOf ?? limits?.of;
}

import { useEffect, useState } from "react";
import type { CatalogueEntry } from "#lib/catalogue/types.ts";

type LimitOf = (entry: CatalogueEntry) => string;

/** What event types leave out, to search in; loaded when somebody first searches, undefined before it is there. */
export function useLimits(isSearching: boolean): LimitOf | undefined {
  const [limits, setLimits] = useState<{ of: LimitOf }>();
  useEffect(() => {
    if (!isSearching || limits) return undefined;
    let isCurrent = true;
    void import("#lib/catalogue/limits.ts").then(({ limitOf }) => {
      if (isCurrent) setLimits({ of: limitOf });
    });
    return () => {
      isCurrent = false;
    };
  }, [isSearching, limits]);
  return limits?.of;
}

"use client";

import { DESKTOP, useMedia } from "#components/ui/use-media.ts";
import type { ColumnSet } from "./columns.tsx";

/** Which columns there is room for, with or without a panel beside the list. */
export function useColumnSet(hasPanel: boolean): ColumnSet {
  const isWide = useMedia("(min-width: 1500px)", false);
  const isDesktop = useMedia(DESKTOP);
  const isTablet = useMedia("(min-width: 720px)");
  if (isWide) return hasPanel ? "medium" : "wide";
  if (isDesktop) return hasPanel ? "narrow" : "wide";
  return isTablet ? "medium" : "narrow";
}

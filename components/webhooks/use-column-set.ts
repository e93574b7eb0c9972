"use client";

import { DESKTOP, TABLET, useMedia } from "#components/ui/use-media.ts";
import type { ColumnSet } from "./columns.tsx";

/** Which columns there is room for. */
export function useColumnSet(): ColumnSet {
  const isDesktop = useMedia(DESKTOP);
  const isTablet = useMedia(TABLET);
  if (isDesktop) return "wide";
  return isTablet ? "medium" : "narrow";
}

"use client";

import { createContext, useCallback, useContext, useRef, type ReactNode } from "react";

const NavigationContext = createContext<() => boolean>(() => false);

/** Remembers, for the pages below, whether one of them has been shown already. */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const firstPath = useRef<string | null>(null);
  const isNavigation = useCallback(() => {
    const path = window.location.pathname;
    firstPath.current ??= path;
    // Compared rather than counted: strict mode runs the first page's effect twice.
    if (firstPath.current === path) return false;
    firstPath.current = "";
    return true;
  }, []);
  return <NavigationContext value={isNavigation}>{children}</NavigationContext>;
}

/** A function that tells, once a page is shown, whether it was reached by a link inside the app. */
export function useIsNavigation(): () => boolean {
  return useContext(NavigationContext);
}

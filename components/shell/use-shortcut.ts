"use client";

import { useEffect, useRef } from "react";
import { useStore } from "#components/shell/store-context.tsx";

/** Keys of a form field belong to the field. */
const FIELDS = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';

/**
 * Runs `onPress` for a single key, such as "/", unless a field has focus, a layer is open, or a modifier is held. Whoever
 * speaks to the computer may have turned single characters off (WCAG 2.1.4).
 */
export function useShortcut(key: string, onPress: () => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  const { session } = useStore();
  const isOff = session?.user.usesKeys === false;
  useEffect(() => {
    if (isOff) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOff, key]);
}

"use client";

import { useEffect, useRef } from "react";

/** What can lie over something that Escape closes. */
const LAYERS = '[role="dialog"], [role="menu"]';
/** Escape in a form field belongs to the field, unless the field is part of what would close. */
const FIELDS = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';

/**
 * Runs `onEscape` when Escape is pressed and nothing lies over `own`. What lies over it may close itself by the same key
 * before we hear of it, so we look when the key sets out.
 */
export function useEscape(own: { readonly current: HTMLElement | null }, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    let isTopmost = false;
    const look = ({ key }: KeyboardEvent) => {
      if (key === "Escape") isTopmost = !isCovered(own.current);
    };
    const act = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || !isTopmost) return;
      const { target } = event;
      const isInside = target instanceof Node && own.current?.contains(target);
      if (!isInside && target instanceof Element && target.closest(FIELDS)) return;
      latest.current();
    };
    document.addEventListener("keydown", look, true);
    document.addEventListener("keydown", act);
    return () => {
      document.removeEventListener("keydown", look, true);
      document.removeEventListener("keydown", act);
    };
  }, [own]);
}

/** Whether a layer is open that is neither this element nor around it. */
function isCovered(own: HTMLElement | null): boolean {
  return [...document.querySelectorAll(LAYERS)].some((layer) => layer !== own && !layer.contains(own));
}

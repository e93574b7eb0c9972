"use client";

import { useEffect } from "react";
import { repair, REPAIRABLE } from "./repairs.ts";

/** Watches the page and mends what `repairs.ts` lists. It may go once BigDesign mends these itself. */
export function RepairObserver() {
  useEffect(() => {
    const mend = () => document.querySelectorAll(REPAIRABLE).forEach(repair);
    const observer = new MutationObserver(mend);
    observer.observe(document.body, {
      attributeFilter: ["aria-activedescendant", "aria-checked"],
      attributes: true,
      childList: true,
      subtree: true,
    });
    mend();
    return () => observer.disconnect();
  }, []);
  return null;
}

"use client";

import { useEffect } from "react";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { repair, REPAIRABLE } from "./repairs.ts";

/** Watches the page and mends what `repairs.ts` lists. It may go once BigDesign mends these itself. */
export function RepairObserver() {
  const { showChoices } = useWords(englishCommon).COMMON;
  useEffect(() => {
    const mend = () =>
      document.querySelectorAll(REPAIRABLE).forEach((element) => repair(element, showChoices));
    const observer = new MutationObserver(mend);
    observer.observe(document.body, {
      attributeFilter: ["aria-activedescendant", "aria-checked"],
      attributes: true,
      childList: true,
      subtree: true,
    });
    mend();
    return () => observer.disconnect();
  }, [showChoices]);
  return null;
}

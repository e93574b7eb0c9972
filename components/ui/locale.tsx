"use client";

import { createContext, useContext } from "react";
import type { Locale } from "#lib/messages/format/time.ts";

/** How every date and number on the screen is written, and by whose clock. */
export const LocaleContext = createContext<Locale>({ tag: "en-US", timeZone: undefined });

/** The locale to format with. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

"use client";

import { createContext, useContext } from "react";

/** The user's locale, such as "en-US", for every date and number on the screen. */
export const LocaleContext = createContext("en-US");

/** The locale to format with. */
export function useLocale(): string {
  return useContext(LocaleContext);
}

"use client";

import { createContext, useContext, useEffect } from "react";

/** Holds the page until the result is called: what is typed on it is not saved yet. */
export type Hold = () => () => void;

/** Where nothing asks before it is left, a hold does nothing. */
export const UnsavedContext = createContext<Hold>(() => () => undefined);

/** While the component that calls it is shown, leaving the page asks first. */
export function useUnsaved(): void {
  const hold = useContext(UnsavedContext);
  useEffect(() => hold(), [hold]);
}

"use client";

import { useEffect, useRef, useState } from "react";

/** The value as it was at most `everyMs` milliseconds ago: for live regions, which must not speak all the time. */
export function useRarely<Value>(value: Value, everyMs: number): Value {
  const [held, setHeld] = useState(value);
  const lastMs = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(0, lastMs.current + everyMs - Date.now());
    const timer = setTimeout(() => {
      lastMs.current = Date.now();
      setHeld(value);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [everyMs, value]);
  return held;
}

"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import type { ErasureTarget } from "#lib/contract/privacy.ts";

const TARGET = /^([a-z][a-z0-9_]{0,39})\/([\w.-]{1,100})$/;

/** What the address asks to erase, as `?erase=order/1023`; null when it asks for nothing that could be. */
export function useAskedTarget(): ErasureTarget | null {
  const asked = useSearchParams().get("erase") ?? "";
  return useMemo(() => {
    const [, type, id] = TARGET.exec(asked) ?? [];
    return type !== undefined && id !== undefined ? { type, id } : null;
  }, [asked]);
}

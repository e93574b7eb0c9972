"use client";

import { usePathname } from "next/navigation";
import { useCallback } from "react";
import { pagePath, scopeOfPath, webhookPath } from "#lib/client/paths.ts";

/** The scope whose details the address names, and ways to other ones. The page stays the same while its address moves. */
export function useDetailAddress(store: string) {
  const scope = scopeOfPath(store, usePathname());
  const openDetail = useCallback(
    (next: string) => window.history.pushState(null, "", webhookPath(store, next) + window.location.search),
    [store],
  );
  const closeDetail = () =>
    window.history.pushState(null, "", pagePath(store, "webhooks") + window.location.search);
  return { scope, openDetail, closeDetail };
}

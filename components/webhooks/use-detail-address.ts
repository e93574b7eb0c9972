"use client";

import { usePathname } from "next/navigation";
import { useCallback } from "react";
import { focusMain } from "#components/ui/focus-main.ts";
import { pagePath, scopeOfPath, webhookPath } from "#lib/client/paths.ts";
import { rowLinkId } from "./columns.tsx";

/** The scope whose details the address names, and ways to other ones. The page stays the same while its address moves. */
export function useDetailAddress(store: string) {
  const scope = scopeOfPath(store, usePathname());
  const openDetail = useCallback(
    (next: string) => window.history.pushState(null, "", webhookPath(store, next) + window.location.search),
    [store],
  );
  const closeDetail = () => {
    window.history.pushState(null, "", pagePath(store, "webhooks") + window.location.search);
    const link = scope === null ? null : document.getElementById(rowLinkId(scope));
    if (link) link.focus();
    else focusMain();
  };
  return { scope, openDetail, closeDetail };
}

"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { focusMain } from "#components/ui/focus-main.ts";
import { pagePath, scopeOfPath, webhookPath } from "#lib/client/paths.ts";
import { rowLinkId } from "#components/webhooks/columns.tsx";

/** The scope whose details the address names, and ways to other ones. The page stays the same while its address moves. */
export function useDetailAddress(store: string) {
  const scope = scopeOfPath(store, usePathname());
  const openDetail = useCallback(
    (next: string) => window.history.pushState(null, "", webhookPath(store, next) + window.location.search),
    [store],
  );
  const closing = useRef<string | null>(null);
  const closeDetail = () => {
    closing.current = scope;
    window.history.pushState(null, "", pagePath(store, "webhooks") + window.location.search);
  };
  // Only when the panel is gone: the room that it leaves may change the columns, and with them the cells.
  useEffect(() => {
    if (scope !== null || closing.current === null) return;
    const link = document.getElementById(rowLinkId(closing.current));
    closing.current = null;
    if (link) link.focus();
    else focusMain();
  }, [scope]);
  return { scope, openDetail, closeDetail };
}

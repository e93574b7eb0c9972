"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { UnsavedContext } from "#components/ui/unsaved.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { holdBack } from "#lib/client/hold-back.ts";
import { watchPerson } from "#lib/client/fetcher/person.ts";

/** Asks before a page is left on which something is not saved: by a link, by the browser's Back, or by closing it. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const { SETTINGS } = useWords(englishSettings);
  const router = useRouter();
  const [holds, setHolds] = useState(0);
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const mayLeave = useRef(false);
  const hold = useCallback(() => {
    setHolds((count) => count + 1);
    return () => setHolds((count) => count - 1);
  }, []);
  const isHeld = holds > 0;

  // Another person's session: nothing of this one's may stay on the screen, saved or not.
  useEffect(() => watchPerson(() => (mayLeave.current = true)), []);

  useEffect(() => {
    if (!isHeld) return;
    mayLeave.current = false;
    const here = { state: window.history.state as unknown, href: window.location.href };
    const click = (event: MouseEvent) => {
      const href = insideLink(event);
      if (href === null || mayLeave.current) return;
      // Before the link hears of it.
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => router.push(href));
    };
    const letGo = holdBack(() => {
      if (mayLeave.current) return false;
      // The page before is the browser's current one already; this one is put on top of it again, unseen by Next.js.
      window.history.pushState(here.state, "", here.href);
      setLeave(() => () => window.history.back());
      return true;
    });
    const close = (event: BeforeUnloadEvent) => {
      if (!mayLeave.current) event.preventDefault();
    };
    document.addEventListener("click", click, { capture: true });
    window.addEventListener("beforeunload", close);
    return () => {
      document.removeEventListener("click", click, { capture: true });
      letGo();
      window.removeEventListener("beforeunload", close);
    };
  }, [isHeld, router]);

  return (
    <UnsavedContext value={hold}>
      {children}
      <ConfirmDialog
        confirmLabel={SETTINGS.leave}
        isDestructive
        isOpen={leave !== null}
        onCancel={() => setLeave(null)}
        onConfirm={() => {
          mayLeave.current = true;
          leave?.();
        }}
        text={SETTINGS.leaveText}
        title={SETTINGS.leaveQuestion}
      />
    </UnsavedContext>
  );
}

/** Where a click leads inside the app; null for any other click, such as one that opens a new tab. */
function insideLink(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || (link.target !== "" && link.target !== "_self") || link.hasAttribute("download")) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  const isHere = pathname === window.location.pathname;
  return origin === window.location.origin && !isHere ? `${pathname}${search}${hash}` : null;
}

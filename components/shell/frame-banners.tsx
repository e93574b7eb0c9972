"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { SessionView } from "#lib/contract/session.ts";
import { pagePath } from "#lib/client/paths.ts";
import { useAlerts } from "#lib/client/api/use-alerts.ts";
import { useBanner, useBannersSettled } from "./banners.tsx";
import { useStore } from "./store-context.tsx";

const AlertBanner = dynamic(() => import("./alert-banner.tsx").then((module) => module.AlertBanner));

function subscribe(notify: () => void): () => void {
  window.addEventListener("online", notify);
  window.addEventListener("offline", notify);
  return () => {
    window.removeEventListener("online", notify);
    window.removeEventListener("offline", notify);
  };
}

/** Puts up the banners that belong to no single screen: session, permission, connection, alerts. */
export function FrameBanners({ session, hasEnded }: { session: SessionView | undefined; hasEnded: boolean }) {
  const { NEEDS_REAUTHORISATION, OFFLINE, SESSION_ENDED } = useWords(englishStates);
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  const { store } = useStore();
  const { list, error } = useAlerts(store);
  const reopenUrl = session?.store.reopenUrl;
  const isOverview = usePathname() === pagePath(store, "overview");
  // Overview says so itself, in "To do".
  const mustAccept =
    !isOverview &&
    (list
      ? list.alerts.some(({ cause }) => cause === "needs_reauthorisation")
      : (session?.store.needsReauthorisation ?? false));
  const link = useMemo(
    () =>
      reopenUrl ? { link: { text: SESSION_ENDED.reopen, href: reopenUrl, target: "_top" as const } } : {},
    [reopenUrl, SESSION_ENDED],
  );

  useBanner(
    "session",
    useMemo(
      () =>
        hasEnded
          ? {
              type: "warning" as const,
              header: SESSION_ENDED.title,
              text: SESSION_ENDED.textWhileWorking,
              ...link,
            }
          : null,
      [hasEnded, link, SESSION_ENDED],
    ),
  );
  useBanner(
    "reauthorisation",
    useMemo(
      () =>
        mustAccept
          ? {
              type: "warning" as const,
              header: NEEDS_REAUTHORISATION.title,
              text: NEEDS_REAUTHORISATION.text,
              ...link,
            }
          : null,
      [mustAccept, link, NEEDS_REAUTHORISATION],
    ),
  );
  useBanner(
    "offline",
    useMemo(
      () => (isOnline ? null : { type: "warning" as const, header: OFFLINE.title, text: OFFLINE.text }),
      [isOnline, OFFLINE],
    ),
  );
  // With something unseen, the banner about it says so itself.
  useBannersSettled(list ? list.unseen === 0 : error !== undefined);
  return list && list.unseen > 0 ? <AlertBanner list={list} store={store} /> : null;
}

"use client";

import { usePathname, useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useBanner } from "#components/shell/banners.tsx";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath } from "#lib/client/paths.ts";
import type { AlertList } from "#lib/contract/alerts.ts";

/** Says on top of every page what nobody has acknowledged; may be closed until something else is wrong. */
export function AlertBanner({ store, list: { alerts } }: { store: string; list: AlertList }) {
  const { ALERT_BANNER } = useWords(englishStates);
  const router = useRouter();
  const overview = pagePath(store, "overview");
  const isThere = usePathname() === overview;
  const unseen = alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const key = unseen.map(({ id }) => id).join();
  const text = ALERT_BANNER.text(unseen.map(({ sentence }) => sentence));
  const [closed, setClosed] = useState("");
  useBanner(
    "alerts",
    useMemo(() => {
      if (key === "" || key === closed) return null;
      return {
        type: "warning" as const,
        header: ALERT_BANNER.title(key.split(",").length),
        text,
        ...(!isThere && { action: { text: ALERT_BANNER.review, onClick: () => router.push(overview) } }),
        onClose: () => setClosed(key),
      };
    }, [closed, isThere, key, overview, router, text, ALERT_BANNER]),
  );
  return null;
}

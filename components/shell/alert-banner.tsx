"use client";

import { usePathname, useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useBanner, useBannersSettled } from "#components/shell/banners.tsx";
import * as englishStates from "#lib/messages/en/states.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath, toQuery } from "#lib/client/paths.ts";
import type { AlertList } from "#lib/contract/alerts.ts";

/**
 * Says on the other screens what there is to do, with the way to the broken webhooks, or to what concerns the whole store.
 * Overview says it itself, and Webhooks marks the rows. It may be closed until something else is wrong.
 */
export function AlertBanner({ store, list: { alerts } }: { store: string; list: AlertList }) {
  const { TODO_BANNER } = useWords(englishStates);
  const router = useRouter();
  const path = usePathname();
  const isOverview = path === pagePath(store, "overview");
  const areRowsThere = path.startsWith(pagePath(store, "webhooks"));
  const unseen = alerts.filter(
    // What needs the app to be accepted again has a banner of its own; what arrives twice was a person's choice.
    ({ severity, acknowledgedAt, cause, webhooks }) =>
      severity !== "wait" &&
      acknowledgedAt === null &&
      cause !== "needs_reauthorisation" &&
      cause !== "overlaps_wildcard" &&
      !(areRowsThere && webhooks.length > 0),
  );
  const key = unseen.map(({ cause }) => cause).join();
  const text = TODO_BANNER.text(unseen.map(({ sentence }) => sentence));
  const isLost = unseen.some(({ severity }) => severity === "lost");
  const areWebhooks = unseen.some(({ webhooks }) => webhooks.length > 0);
  const [closed, setClosed] = useState("");
  useBanner(
    "alerts",
    useMemo(() => {
      if (key === "" || key === closed || isOverview) return null;
      const broken = `${pagePath(store, "webhooks")}${toQuery({ show: "attention" })}`;
      const href = areWebhooks ? broken : pagePath(store, "overview");
      const label = areWebhooks ? TODO_BANNER.viewWebhooks : TODO_BANNER.viewTodo;
      return {
        type: isLost ? ("error" as const) : ("warning" as const),
        header: TODO_BANNER.title(key.split(",").length),
        text,
        action: { text: label, onClick: () => router.push(href) },
        onClose: () => setClosed(key),
      };
    }, [areWebhooks, closed, isLost, isOverview, key, router, store, text, TODO_BANNER]),
  );
  useBannersSettled(true);
  return null;
}

"use client";

import { useSearchParams } from "next/navigation";
import { useDeferredValue, useEffect, useState } from "react";
import { toQuery } from "#lib/client/paths.ts";
import { PILLS, type RowFilter } from "./rows.ts";

/** How long typing rests before the address follows, in milliseconds. */
const ADDRESS_MS = 150;

/** The filter and the channel, as typed at once and in the address soon after, so that a reload shows the same. */
export function useWebhookFilter() {
  const query = useSearchParams();
  const [filter, setFilter] = useState<RowFilter>(() => ({
    text: query.get("q") ?? "",
    pill: PILLS.find((pill) => pill === query.get("show")) ?? null,
    state: query.get("state"),
  }));
  const [channel, setChannel] = useState(() => /^\d{1,9}$/.exec(query.get("channel") ?? "")?.[0] ?? "1");
  const applied = useDeferredValue(filter);

  useEffect(() => {
    const timer = setTimeout(() => {
      const { text, pill, state } = filter;
      // The charts' period stands in the same address.
      const period = new URLSearchParams(window.location.search).get("period");
      const values = { q: text, show: pill, state, channel: channel === "1" ? null : channel, period };
      const address = `${window.location.pathname}${toQuery(values)}`;
      if (address !== window.location.pathname + window.location.search)
        window.history.replaceState(null, "", address);
    }, ADDRESS_MS);
    return () => clearTimeout(timer);
  }, [filter, channel]);

  const isActive = applied.text.trim() !== "" || applied.pill !== null || applied.state !== null;
  return { filter, applied, isActive, setFilter, channel, setChannel };
}

"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import type { HistoryFilter } from "#lib/client/api/use-history.ts";
import { toQuery } from "#lib/client/paths.ts";
import { ACTIVITY_KINDS, isActor } from "#lib/contract/values/activity.ts";

/** Which part of the activity log the address asks for: `?type=store/order/created&who=keeper&kind=webhooks`. */
export function useActivityFilter() {
  const query = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const [type, who, kind] = [query.get("type"), query.get("who"), query.get("kind")];
  const filter = useMemo<HistoryFilter>(
    () => ({
      scope: type ?? undefined,
      who: who !== null && isActor(who) ? who : undefined,
      kind: ACTIVITY_KINDS.find((each) => each === kind),
    }),
    [type, who, kind],
  );
  const change = (next: Partial<HistoryFilter>) => {
    const { scope, ...others } = { ...filter, ...next };
    router.replace(`${path}${toQuery({ type: scope, ...others })}`, { scroll: false });
  };
  return { filter, change, isFiltered: Object.values(filter).some((value) => value !== undefined) };
}

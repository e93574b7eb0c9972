"use client";

import { RelativeTime } from "#components/ui/relative-time.tsx";
import { WEBHOOKS } from "#components/words/webhooks.ts";

/** What the screen is for, and how old its truth is. */
export function CheckedWhen({
  checkedAt,
  isChecking,
}: {
  checkedAt: string | null | undefined;
  isChecking: boolean;
}) {
  return (
    <>
      {WEBHOOKS.description} {isChecking && WEBHOOKS.checkingNow}
      {!isChecking && checkedAt === null && WEBHOOKS.notChecked}
      {!isChecking && checkedAt && (
        <>
          {WEBHOOKS.checked} <RelativeTime iso={checkedAt} />
        </>
      )}
    </>
  );
}

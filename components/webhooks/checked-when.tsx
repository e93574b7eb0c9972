"use client";

import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** What the screen is for, and how old its truth is. */
export function CheckedWhen({
  checkedAt,
  isChecking,
  unreadable,
}: {
  checkedAt: string | null | undefined;
  isChecking: boolean;
  /** Webhooks that could not be read. */
  unreadable: number;
}) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  return (
    <>
      {WEBHOOKS.description} {/* Not seen, and about as long, before it is known: nothing below may move. */}
      {checkedAt === undefined && <span style={{ visibility: "hidden" }}>{WEBHOOKS.notChecked}</span>}
      {isChecking && WEBHOOKS.checkingNow}
      {!isChecking && checkedAt === null && WEBHOOKS.notChecked}
      {!isChecking && checkedAt && (
        <>
          {unreadable > 0 && <>{WEBHOOKS.unreadable(unreadable)} </>}
          {WEBHOOKS.checked} <RelativeTime iso={checkedAt} />.
        </>
      )}
      <br />
      {WEBHOOKS.ownOnly}
    </>
  );
}

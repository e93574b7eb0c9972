"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** Said above a page whose facts did not come. */
export function SlowSettings({ onRetry }: { onRetry: () => void }) {
  const { COMMON } = useWords(englishCommon);
  const { SETTINGS } = useWords(englishSettings);
  return (
    <InlineMessage
      actions={[{ text: COMMON.tryAgain, onClick: onRetry }]}
      marginBottom="medium"
      messages={[{ text: SETTINGS.slow }]}
      type="warning"
    />
  );
}

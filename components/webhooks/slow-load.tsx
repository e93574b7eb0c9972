"use client";

import { Box, InlineMessage } from "@bigcommerce/big-design";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** Stands where the states of the webhooks could not be read. */
export function SlowLoad({ onRetry }: { onRetry: () => void }) {
  const { COMMON } = useWords(englishCommon);
  const { WEBHOOKS } = useWords(englishWebhooks);
  return (
    <Box marginBottom="medium">
      <InlineMessage
        actions={[{ text: COMMON.tryAgain, onClick: onRetry }]}
        messages={[{ text: WEBHOOKS.slow }]}
        type="warning"
      />
    </Box>
  );
}

"use client";

import { Box, InlineMessage } from "@bigcommerce/big-design";
import { COMMON } from "#components/words/common.ts";
import { WEBHOOKS } from "#components/words/webhooks.ts";

/** Stands where the states of the webhooks could not be read. */
export function SlowLoad({ onRetry }: { onRetry: () => void }) {
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

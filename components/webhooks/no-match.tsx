"use client";

import { StatusMessage } from "@bigcommerce/big-design";
import { Button } from "#components/ui/button.tsx";
import * as englishWebhooks from "#components/words/en/webhooks.ts";
import { useWords } from "#components/words/use-words.ts";

/** The filter leaves nothing. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  return (
    <StatusMessage
      actions={
        <Button onClick={onClear} variant="secondary">
          {WEBHOOKS.clearFilters}
        </Button>
      }
      heading={WEBHOOKS.noMatch}
      message={WEBHOOKS.noMatchText}
      variant="search"
    />
  );
}

"use client";

import { StatusMessage } from "@bigcommerce/big-design";
import { Button } from "#components/ui/button.tsx";
import { WEBHOOKS } from "#components/words/webhooks.ts";

/** The filter leaves nothing. */
export function NoMatch({ onClear }: { onClear: () => void }) {
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

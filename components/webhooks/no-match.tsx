"use client";

import { StatusMessage } from "@bigcommerce/big-design";
import { Button } from "#components/ui/form/button.tsx";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** The filter leaves nothing. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { DETAILS } = useWords(englishWebhookDetails);
  return (
    <StatusMessage
      actions={
        <Button onClick={onClear} variant="secondary">
          {DETAILS.clearFilters}
        </Button>
      }
      heading={DETAILS.noMatch}
      message={DETAILS.noMatchText}
      variant="search"
    />
  );
}

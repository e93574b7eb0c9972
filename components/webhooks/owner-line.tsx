"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useMayChangeWebhooks } from "#components/shell/store-context.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** One line above the webhooks for whoever may only look at them. */
export function OwnerLine() {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const mayChange = useMayChangeWebhooks();
  if (mayChange) return null;
  return <InlineMessage marginBottom="medium" messages={[{ text: WEBHOOKS.ownerLine }]} type="info" />;
}

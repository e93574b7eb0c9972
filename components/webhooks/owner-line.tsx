"use client";

import styled from "styled-components";
import { useMayChangeWebhooks } from "#components/shell/store-context.tsx";
import { Note } from "#components/ui/note.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Above = styled.div`
  margin-bottom: 16px;
`;

/** One line above the webhooks for whoever may only look at them. */
export function OwnerLine() {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const mayChange = useMayChangeWebhooks();
  if (mayChange) return null;
  return (
    <Above>
      <Note>{WEBHOOKS.ownerLine}</Note>
    </Above>
  );
}

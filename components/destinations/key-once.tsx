"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useRef } from "react";
import styled from "styled-components";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Line = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 8px;
  code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

/** A key that was just made. It is on this page alone, until the page is left. */
export function KeyOnce({ secret }: { secret: string }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const code = useRef<HTMLElement>(null);
  return (
    <div>
      <InlineMessage header={DESTINATIONS.key} messages={[{ text: DESTINATIONS.keyOnce }]} type="info" />
      <Line>
        <code ref={code}>{secret}</code>
        <CopyButton
          label={DESTINATIONS.copyKey}
          name={DESTINATIONS.copyKey}
          source={code}
          text={secret}
          variant="secondary"
        />
      </Line>
    </div>
  );
}

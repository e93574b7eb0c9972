"use client";

import type { BulkBarProps } from "./bulk-buttons.tsx";
import dynamic from "next/dynamic";
import styled from "styled-components";
import { useSelection } from "#components/ui/table/selection.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";

// Most visits select nothing.
const BulkButtons = dynamic(() => import("./bulk-buttons.tsx").then((module) => module.BulkButtons));

/** Holds what stands at the lower edge of the list for as long as the list goes on below. */
export const Foot = styled.div`
  bottom: 8px;
  display: grid;
  gap: 8px;
  grid-template-columns: minmax(0, 1fr);
  pointer-events: none;
  position: sticky;
  z-index: 5;
  > :last-child {
    margin-bottom: 16px;
  }
`;

/** What can be done with everything selected; announces how much that is. */
export function BulkBar(props: BulkBarProps) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { selected } = useSelection();
  return (
    <>
      {/* Always there, or the first announcement of a new region would be missed. */}
      <div style={{ position: "relative" }}>
        <VisuallyHidden role="status">
          {selected.size > 0 ? WEBHOOKS.selected(selected.size) : ""}
        </VisuallyHidden>
      </div>
      {selected.size > 0 && <BulkButtons {...props} />}
    </>
  );
}

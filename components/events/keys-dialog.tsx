"use client";

import { Box, Modal } from "@bigcommerce/big-design";
import styled from "styled-components";
import { KeysSwitch } from "#components/shell/preference-boxes.tsx";
import { Button } from "#components/ui/form/button.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEventActions from "#lib/messages/en/event-actions.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Keys = styled.dl`
  display: grid;
  gap: 0 24px;
  grid-template-columns: max-content 1fr;
  margin: 0;
  padding-top: 8px;
  dt,
  dd {
    align-items: center;
    display: flex;
    min-height: 32px;
  }
  dd {
    margin: 0;
  }
  kbd {
    border: 1px solid ${({ theme }) => theme.colors.secondary30};
    border-radius: 4px;
    font-family: inherit;
    padding: 2px 8px;
  }
`;

/** The keys that the log understands. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { COMMON } = useWords(englishCommon);
  const { EVENT_KEYS } = useWords(englishEventActions);
  const { EVENTS } = useWords(englishEvents);
  return (
    <Modal header={EVENTS.keys} isOpen onClose={onClose} variant="dialog">
      <Keys>
        {EVENT_KEYS.map(({ keys, text }) => (
          <div key={keys} style={{ display: "contents" }}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </Keys>
      <Box marginTop="medium">
        <KeysSwitch />
      </Box>
      <Box paddingVertical="large" style={{ textAlign: "right" }}>
        <Button onClick={onClose} variant="secondary">
          {COMMON.close}
        </Button>
      </Box>
    </Modal>
  );
}

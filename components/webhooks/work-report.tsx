"use client";

import { Box, InlineMessage } from "@bigcommerce/big-design";
import styled from "styled-components";
import { Button } from "#components/ui/button.tsx";
import { Meter } from "#components/ui/meter.tsx";
import { COMMON } from "#components/words/common.ts";
import { WEBHOOKS } from "#components/words/webhooks.ts";
import type { Refusals, Work } from "./webhook-actions.ts";

const Row = styled.div`
  align-items: end;
  display: flex;
  gap: 16px;
  margin-bottom: 16px;
  > :first-child {
    flex: 1;
  }
`;

interface WorkReportProps {
  work: Work | null;
  refusals: Refusals | null;
  hasFailedToLoad: boolean;
  onCancel: () => void;
  onCloseRefusals: () => void;
  onRetryLoad: () => void;
}

/** How far the work is, and what was refused of it; never in the way of the list. */
export function WorkReport({
  work,
  refusals,
  hasFailedToLoad,
  onCancel,
  onCloseRefusals,
  onRetryLoad,
}: WorkReportProps) {
  return (
    <>
      {hasFailedToLoad && (
        <Box marginBottom="medium">
          <InlineMessage
            actions={[{ text: COMMON.tryAgain, onClick: onRetryLoad }]}
            messages={[{ text: WEBHOOKS.slow }]}
            type="warning"
          />
        </Box>
      )}
      {work && (
        <Row>
          <Meter done={work.done} label={work.label(work.done, work.total)} total={work.total} />
          <Button onClick={onCancel} variant="subtle">
            {WEBHOOKS.cancelRest}
          </Button>
        </Row>
      )}
      {refusals && (
        <Box marginBottom="medium">
          <InlineMessage
            actions={[{ text: COMMON.tryAgain, onClick: refusals.again }]}
            header={WEBHOOKS.refusedTitle(refusals.lines.length)}
            localization={{ close: COMMON.closeMessage }}
            messages={refusals.lines.map(({ title, sentence }) => ({ text: `${title}: ${sentence}` }))}
            onClose={onCloseRefusals}
            type="error"
          />
        </Box>
      )}
    </>
  );
}

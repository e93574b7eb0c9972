"use client";

import { Box, Flex, InlineMessage, Modal, Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishTestEvent from "#lib/messages/en/test-event.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { eventPath } from "#lib/client/paths.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { TestProgress } from "#lib/contract/test-events.ts";
import { useTestEvent } from "#lib/client/api/use-test-event.ts";
import { TestEventSteps } from "./test-event-steps.tsx";

const Address = styled.code`
  overflow-wrap: anywhere;
`;

interface TestEventProps {
  scope: string;
  /** The event type's name. */
  title: string;
  /** Whether a webhook brings such events, itself or by a wildcard. */
  isOn: boolean;
  onClose: () => void;
}

/** Sends a test event of one type as it opens, and shows each step. Closing it ends what is under way. */
export function TestEventDialog({ scope, title, isOn, onClose }: TestEventProps) {
  const { COMMON } = useWords(englishCommon);
  const { TEST_EVENT } = useWords(englishTestEvent);
  const { store } = useStore();
  const { progress, error, again } = useTestEvent(store, scope);
  const isOver = progress.isOver || error !== null;
  return (
    <Modal header={TEST_EVENT.title(title)} isOpen onClose={onClose} variant="dialog">
      <Text>{TEST_EVENT.text}</Text>
      {!isOn && <Text>{TEST_EVENT.noHook}</Text>}
      {progress.destination !== null && (
        <>
          {TEST_EVENT.to} <Address>{progress.destination}</Address>
        </>
      )}
      <TestEventSteps steps={progress.steps} />
      <div role="status">{isOver && <Result error={error} progress={progress} />}</div>
      <Box paddingBottom="xLarge" paddingTop="medium">
        <Flex flexGap="8px" flexWrap="wrap" justifyContent="flex-end">
          <Button onClick={onClose} variant="subtle">
            {COMMON.close}
          </Button>
          <Button disabled={!isOver} onClick={again} variant="secondary">
            {TEST_EVENT.again}
          </Button>
          {progress.eventId !== null && (
            <ButtonLink $isPrimary href={eventPath(store, progress.eventId)} prefetch={false}>
              {TEST_EVENT.view}
            </ButtonLink>
          )}
        </Flex>
      </Box>
    </Modal>
  );
}

/** What came of it: that all worked, or what did not and what helps. */
function Result({ progress, error }: { progress: TestProgress; error: unknown }) {
  const { reachText, stopText, TEST_EVENT } = useWords(englishTestEvent);
  const stop = stopText(progress);
  const reach = reachText(progress);
  if (error !== null) {
    const text = error instanceof ApiProblem && error.message !== "" ? error.message : TEST_EVENT.brokenOff;
    return <InlineMessage messages={[{ text }]} type="error" />;
  }
  return (
    <>
      {stop ? (
        <InlineMessage
          header={stop.what}
          messages={[{ text: stop.help }, { text: TEST_EVENT.toldTo }]}
          type="error"
        />
      ) : (
        <InlineMessage messages={[{ text: TEST_EVENT.worked }]} type="success" />
      )}
      {reach !== null && <InlineMessage marginTop="small" messages={[{ text: reach }]} type="info" />}
    </>
  );
}

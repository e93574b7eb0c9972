"use client";

import { CheckCircleIcon, ErrorIcon, RadioButtonUncheckedIcon } from "@bigcommerce/big-design-icons";
import styled from "styled-components";
import { useLocale } from "#components/ui/locale.tsx";
import * as englishTestEvent from "#lib/messages/en/test-event.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { TEST_STEPS } from "#lib/client/api/test-progress.ts";
import type { StepState, TestProgress } from "#lib/contract/test-events.ts";

const Steps = styled.ol`
  list-style: none;
  margin: 16px 0;
  padding: 0;
  li {
    align-items: flex-start;
    display: flex;
    gap: 8px;
    line-height: 24px;
    padding: 4px 0;
  }
  svg {
    flex: none;
  }
`;

const Name = styled.b`
  font-weight: 600;
`;

const Beside = styled.span`
  color: ${({ theme }) => theme.colors.secondary70};
  overflow-wrap: anywhere;
`;

/** The steps of a test event, each with how it went. */
export function TestEventSteps({ steps }: { steps: TestProgress["steps"] }) {
  const { STEP_NAMES, stepText, TEST_EVENT } = useWords(englishTestEvent);
  const locale = useLocale();
  return (
    <Steps aria-label={TEST_EVENT.steps}>
      {TEST_STEPS.map((step) => (
        <li key={step} aria-current={steps[step].state === "under_way" ? "step" : undefined}>
          <StateIcon state={steps[step].state} />
          <span>
            <Name>{STEP_NAMES[step]}</Name> <Beside>{stepText(step, steps[step], locale)}</Beside>
          </span>
        </li>
      ))}
    </Steps>
  );
}

function StateIcon({ state }: { state: StepState["state"] }) {
  const { STATE_NAMES } = useWords(englishTestEvent);
  // Other states have their name beside them.
  if (state === "done") return <CheckCircleIcon color="success50" title={STATE_NAMES.done} />;
  if (state === "stopped") return <ErrorIcon color="danger50" />;
  return <RadioButtonUncheckedIcon color="secondary50" />;
}

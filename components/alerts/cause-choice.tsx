"use client";

import { Checkbox } from "@bigcommerce/big-design";
import styled from "styled-components";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ALERT_CAUSES, type AlertCause } from "#lib/contract/values/alerts.ts";

const Causes = styled.fieldset`
  border: 0;
  display: grid;
  gap: 8px 24px;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
  margin: 0;
  min-width: 0;
  padding: 0;
  position: relative;
  legend {
    font-weight: 600;
    margin-bottom: 8px;
    padding: 0;
  }
`;

/** What one wants to be told about. What is not ticked shows in the app alone. */
export function CauseChoice({
  muted,
  isFixed,
  onChange,
}: {
  muted: readonly AlertCause[];
  isFixed: boolean;
  onChange: (muted: AlertCause[]) => void;
}) {
  const { ALERTS, CAUSE_NAMES } = useWords(englishAlerts);
  const toggle = (cause: AlertCause) =>
    onChange(ALERT_CAUSES.filter((each) => muted.includes(each) !== (each === cause)));
  return (
    <Causes>
      <legend>{ALERTS.causes}</legend>
      {ALERT_CAUSES.map((cause) => (
        <Checkbox
          checked={!muted.includes(cause)}
          disabled={isFixed}
          key={cause}
          label={CAUSE_NAMES[cause]}
          onChange={() => toggle(cause)}
        />
      ))}
    </Causes>
  );
}

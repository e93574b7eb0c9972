"use client";

import { Checkbox } from "@bigcommerce/big-design";
import styled from "styled-components";
import { useTechnicalDetails } from "#components/shell/store-context.tsx";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import {
  ALERT_CAUSES,
  ALERT_CAUSE_GROUPS,
  type AlertCause,
  type AlertCauseGroup,
} from "#lib/contract/values/alerts.ts";
import { groupState, toggled } from "./cause-groups.ts";

const Causes = styled.fieldset`
  border: 0;
  display: grid;
  gap: 8px 24px;
  margin: 0;
  min-width: 0;
  padding: 0;
  position: relative;
  legend {
    font-weight: 600;
    margin-bottom: 8px;
    padding: 0;
  }
  details {
    margin-bottom: 8px;
    padding-left: 28px;
  }
  summary {
    color: ${({ theme }) => theme.colors.primary};
    cursor: pointer;
    padding: 4px 0;
    width: fit-content;
  }
`;

const Single = styled.div`
  display: grid;
  gap: 8px;
  padding: 8px 0;
  position: relative;
`;

interface CauseChoiceProps {
  muted: readonly AlertCause[];
  isFixed: boolean;
  onChange: (muted: AlertCause[]) => void;
}

const GROUPS = Object.keys(ALERT_CAUSE_GROUPS) as AlertCauseGroup[];

/** What one wants to be told about, in three groups; single causes are a technical detail. What is not ticked shows in the app alone. */
export function CauseChoice({ muted, isFixed, onChange }: CauseChoiceProps) {
  const { ALERTS, CAUSE_GROUPS, CAUSE_NAMES } = useWords(englishAlerts);
  const isTechnical = useTechnicalDetails();
  const mute = (next: readonly AlertCause[]) =>
    onChange(ALERT_CAUSES.filter((cause) => next.includes(cause)));
  return (
    <Causes>
      <legend>{ALERTS.causes}</legend>
      {GROUPS.map((group) => {
        const causes = ALERT_CAUSE_GROUPS[group];
        const state = groupState(causes, muted);
        return (
          <div key={group} style={{ position: "relative" }}>
            <Checkbox
              checked={state === "all"}
              description={CAUSE_GROUPS[group].text}
              disabled={isFixed}
              isIndeterminate={state === "some"}
              label={CAUSE_GROUPS[group].name}
              onChange={() => mute(toggled(causes, muted))}
            />
            {isTechnical && (
              <details>
                <summary>{ALERTS.singleCauses}</summary>
                <Single>
                  {causes.map((cause) => (
                    <Checkbox
                      checked={!muted.includes(cause)}
                      disabled={isFixed}
                      key={cause}
                      label={CAUSE_NAMES[cause]}
                      onChange={() => mute(toggled([cause], muted))}
                    />
                  ))}
                </Single>
              </details>
            )}
          </div>
        );
      })}
    </Causes>
  );
}

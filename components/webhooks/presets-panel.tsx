"use client";

import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { PRESETS, type Preset } from "#lib/catalogue/presets.ts";

const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

/** Sets that are turned on at once, after a question that says how many event types that is. */
export function PresetsPanel({
  isDisabled,
  onChoose,
}: {
  isDisabled: boolean;
  onChoose: (preset: Preset) => void;
}) {
  const { presetWords } = useWords(englishCatalogue);
  const { WEBHOOKS } = useWords(englishWebhooks);
  return (
    <Panel
      action={
        <Row>
          {PRESETS.map(presetWords).map((preset) => (
            <Button
              key={preset.id}
              disabled={isDisabled}
              onClick={() => onChoose(preset)}
              variant="secondary"
            >
              {preset.title}
            </Button>
          ))}
        </Row>
      }
      title={WEBHOOKS.presets}
    />
  );
}

"use client";

import { useState } from "react";
import styled from "styled-components";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { copyText } from "#components/ui/json/copy.ts";
import { focusMain } from "#components/ui/focus-main.ts";
import { SelectedBar } from "#components/ui/table/selected-bar.tsx";
import { useSelection } from "#components/ui/table/selection.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishEventActions from "#lib/messages/en/event-actions.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { fixtureOf, listOf, jsonOf } from "#lib/client/log/event-copies.ts";
import { readEvents } from "#lib/client/log/read-events.ts";
import type { EventDetail } from "#lib/contract/events.ts";
import { SELECTED_MAX } from "#lib/contract/values/export-formats.ts";

const Bar = styled(SelectedBar)`
  margin-top: 8px;
`;

/**
 * What is done with everything selected. The events are read whole first, for the list does not hold their bodies. Code is
 * nothing that a merchant copies.
 */
export function SelectionBar({ onExport }: { onExport: () => void }) {
  const { SELECTED } = useWords(englishEventActions);
  const { store, hasEnded } = useStore();
  const isTechnical = useTechnicalDetails();
  const { selected, clear } = useSelection();
  const show = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const count = selected.size;
  const isTooMuch = count > SELECTED_MAX;

  const withEvents = async (act: (events: EventDetail[]) => Promise<void> | void) => {
    if (isBusy || isTooMuch || hasEnded) return;
    setIsBusy(true);
    try {
      await act(await readEvents(store, [...selected]));
    } catch {
      show({ type: "error", text: SELECTED.failed });
    } finally {
      setIsBusy(false);
    }
  };
  const copy = (form: (event: EventDetail) => string) =>
    void withEvents(async (events) => {
      const outcome = await copyText(listOf(events.map(form)), null);
      if (outcome === "copied") show({ type: "success", text: SELECTED.copied(events.length) });
      else show({ type: "warning", text: SELECTED.refused });
    });

  return (
    <Bar aria-busy={isBusy} aria-label={SELECTED.count(count)} role="group">
      <strong>{isBusy ? SELECTED.working : SELECTED.count(count)}</strong>
      {isTechnical && (
        <>
          <Button disabled={isTooMuch} onClick={() => copy(jsonOf)} variant="secondary">
            {SELECTED.copyJson}
          </Button>
          <Button disabled={isTooMuch} onClick={() => copy(fixtureOf)} variant="secondary">
            {SELECTED.copyFixtures}
          </Button>
        </>
      )}
      <Button disabled={isTooMuch || hasEnded} onClick={onExport} variant="secondary">
        {SELECTED.export}
      </Button>
      <Button
        onClick={() => {
          // The button goes away with the bar; focus must not fall to the body.
          focusMain();
          clear();
        }}
        variant="subtle"
      >
        {SELECTED.clear}
      </Button>
      {isTooMuch && <span role="status">{SELECTED.tooMany(SELECTED_MAX)}</span>}
    </Bar>
  );
}

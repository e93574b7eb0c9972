"use client";

import { Box, Modal, Radio } from "@bigcommerce/big-design";
import { useState, type SyntheticEvent } from "react";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { useSelection } from "#components/ui/table/selection.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEventActions from "#lib/messages/en/event-actions.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import * as englishExport from "#lib/messages/en/export.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { filterQuery, type EventFilters } from "#lib/client/log/event-address.ts";
import { FILE_BYTES_MAX } from "#lib/client/export/receive-file.ts";
import { runExport } from "#lib/client/export/run-export.ts";
import { EXPORT_FORMATS, SELECTED_MAX, type ExportFormat } from "#lib/contract/values/export-formats.ts";
import { deliveredScopes } from "#components/events/filters/delivered-scopes.ts";
import { Aside, Line } from "#components/events/parts.tsx";

const Choices = styled.fieldset`
  border: 0;
  display: grid;
  gap: 8px;
  margin: 0 0 16px;
  min-width: 0;
  padding: 0;
  position: relative;
  legend {
    font-weight: 600;
    margin-bottom: 8px;
    padding: 0;
  }
`;

interface ExportDialogProps {
  filters: EventFilters;
  onClose: () => void;
}

/** Asks what goes into the file, and what kind of file it is; then the export is under way. */
export function ExportDialog({ filters, onClose }: ExportDialogProps) {
  const { COMMON } = useWords(englishCommon);
  const { SELECTED } = useWords(englishEventActions);
  const { EVENTS } = useWords(englishEvents);
  const { EXPORT } = useWords(englishExport);
  const { store } = useStore();
  const locale = useLocale();
  const { selected } = useSelection();
  const isTooMuch = selected.size > SELECTED_MAX;
  const [isSelection, setIsSelection] = useState(selected.size > 0 && !isTooMuch);
  const [format, setFormat] = useState<ExportFormat>("csv");
  const foundText = EXPORT.foundText(EVENTS.times[filters.time]);

  const start = async (submit: SyntheticEvent) => {
    submit.preventDefault();
    onClose();
    const scopes = await deliveredScopes(filters.scopes);
    const what = isSelection
      ? { ids: [...selected] }
      : { query: filterQuery({ ...filters, scopes }, Date.now()) };
    await runExport({ store, format, what });
  };

  return (
    <Modal header={EXPORT.title} isOpen onClose={onClose} variant="dialog">
      <form onSubmit={(submit) => void start(submit)}>
        {selected.size === 0 ? (
          <p>{`${EXPORT.found}. ${foundText}`}</p>
        ) : (
          <Choices>
            <legend>{EXPORT.what}</legend>
            <Radio
              checked={isSelection}
              disabled={isTooMuch}
              label={EXPORT.selected(selected.size)}
              name="what"
              onChange={() => setIsSelection(true)}
              {...(isTooMuch && { description: SELECTED.tooMany(SELECTED_MAX) })}
            />
            <Radio
              checked={!isSelection}
              description={foundText}
              label={EXPORT.found}
              name="what"
              onChange={() => setIsSelection(false)}
            />
          </Choices>
        )}
        <Choices>
          <legend>{EXPORT.format}</legend>
          {EXPORT_FORMATS.map((each) => (
            <Radio
              checked={each === format}
              description={EXPORT.formatTexts[each]}
              key={each}
              label={EXPORT.formats[each]}
              name="format"
              onChange={() => setFormat(each)}
            />
          ))}
        </Choices>
        {!isSelection && <Aside>{EXPORT.limit(wholeNumber(FILE_BYTES_MAX / 1e9, locale))}</Aside>}
        <Box paddingVertical="large">
          <Line style={{ justifyContent: "flex-end" }}>
            <Button onClick={onClose} variant="subtle">
              {COMMON.cancel}
            </Button>
            <Button type="submit">{EXPORT.start}</Button>
          </Line>
        </Box>
      </form>
    </Modal>
  );
}

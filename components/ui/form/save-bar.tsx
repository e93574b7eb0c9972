"use client";

import { Text } from "@bigcommerce/big-design";
import { AsyncButton } from "./async-button.tsx";
import { Button } from "./button.tsx";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useUnsaved } from "#components/ui/unsaved.tsx";
import { Buttons } from "./fields.tsx";

/** There while something is typed that is not saved yet; the page then asks before it is left. */
export function SaveBar({
  label,
  isReady,
  onSave,
  onCancel,
}: {
  label: string;
  isReady: boolean;
  onSave: () => Promise<void>;
  onCancel: () => void;
}) {
  const { ALERTS } = useWords(englishAlerts);
  const { COMMON } = useWords(englishCommon);
  useUnsaved();
  return (
    <Buttons>
      <AsyncButton disabled={!isReady} label={label} onClick={onSave} workingLabel={ALERTS.saving} />
      <Button onClick={onCancel} variant="subtle">
        {COMMON.cancel}
      </Button>
      <Text as="span" color="secondary60" marginBottom="none">
        {ALERTS.unsaved}
      </Text>
    </Buttons>
  );
}

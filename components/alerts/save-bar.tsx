"use client";

import { Text } from "@bigcommerce/big-design";
import { AsyncButton } from "#components/ui/async-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { ALERTS } from "#components/words/alerts.ts";
import { COMMON } from "#components/words/common.ts";
import { Buttons } from "./fields.tsx";

/** There while something is typed that is not saved yet. */
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

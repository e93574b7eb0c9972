"use client";

import { Radio } from "@bigcommerce/big-design";
import { useState } from "react";
import { Fields } from "#components/ui/form/fields.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { useSaid } from "./use-said.ts";

/** What is to become of the events from while a destination was off. */
export function ResumeQuestion({
  destination: { name, waiting, waitingSince, offAt, createdAt },
  onChoose,
  onCancel,
}: {
  destination: DestinationView;
  onChoose: (resumeFrom: "position" | "now") => void;
  onCancel: () => void;
}) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const said = useSaid();
  const [from, setFrom] = useState<"position" | "now">("position");
  return (
    <ConfirmDialog
      confirmLabel={DESTINATIONS.turnOn}
      isOpen
      onCancel={onCancel}
      onConfirm={() => onChoose(from)}
      text={DESTINATIONS.resumeText}
      title={DESTINATIONS.resumeQuestion(name)}
    >
      <Fields aria-label={DESTINATIONS.resumeText} role="radiogroup">
        <Radio
          checked={from === "position"}
          label={DESTINATIONS.resumeAll(waiting, said.day(waitingSince ?? offAt ?? createdAt))}
          name="resume"
          onChange={() => setFrom("position")}
          value="position"
        />
        <Radio
          checked={from === "now"}
          label={DESTINATIONS.resumeNow}
          name="resume"
          onChange={() => setFrom("now")}
          value="now"
        />
      </Fields>
    </ConfirmDialog>
  );
}

"use client";

import { Radio } from "@bigcommerce/big-design";
import { useStore } from "#components/shell/store-context.tsx";
import { Fields } from "#components/ui/form/fields.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useOverview } from "#lib/client/api/use-overview.ts";
import type { PartProps } from "./part.ts";

/** From when on events are sent. How many those of a day are is only known where all of them are sent. */
export function FromPart({ draft, edit, isFixed }: PartProps) {
  const { FORM } = useWords(englishForm);
  const { store } = useStore();
  const { data } = useOverview(store);
  const count = draft.eventTypes.includes("*") ? (data?.received24h ?? null) : null;
  return (
    <Panel title={FORM.from}>
      <Fields aria-label={FORM.from} role="radiogroup">
        {(["now", "day"] as const).map((from) => (
          <Radio
            key={from}
            checked={draft.startFrom === from}
            disabled={isFixed}
            label={from === "now" ? FORM.now : FORM.day(count)}
            name="from"
            onChange={() => edit({ startFrom: from })}
            value={from}
          />
        ))}
      </Fields>
    </Panel>
  );
}

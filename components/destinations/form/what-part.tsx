"use client";

import { Checkbox, InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import styled from "styled-components";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { PRESETS } from "#lib/catalogue/presets.ts";
import { chosenSets, withSet } from "./draft.ts";
import { conditionsFor } from "./conditions.ts";
import type { PartProps } from "./part.ts";

const SingleTypes = dynamic(() => import("./single-types.tsx").then((module) => module.SingleTypes), {
  loading: () => <Placeholder $height="36px" $width="220px" />,
});
const ConditionFields = dynamic(
  () => import("./condition-fields.tsx").then((module) => module.ConditionFields),
  { loading: () => <Placeholder $height="120px" /> },
);

const Sets = styled.fieldset`
  border: 0;
  display: grid;
  gap: 12px;
  margin: 0 0 16px;
  padding: 0;
  position: relative;
  legend {
    font-weight: 600;
    padding: 0 0 8px;
  }
`;

/** Which events are sent: sets, single types, and what else has to be so. */
export function WhatPart(props: PartProps) {
  const { draft, edit, faults, isFixed } = props;
  const { presetWords } = useWords(englishCatalogue);
  const { FORM } = useWords(englishForm);
  const { eventTypes } = draft;
  const isEverything = eventTypes.includes("*");
  const chosen = chosenSets(eventTypes);
  const { products, orders } = conditionsFor(eventTypes);
  return (
    <Panel description={FORM.whatText} title={FORM.what}>
      <Sets>
        <legend>{FORM.sets}</legend>
        <Checkbox
          checked={isEverything}
          disabled={isFixed}
          label={FORM.everything}
          onChange={() => edit({ eventTypes: isEverything ? [] : ["*"] })}
        />
        {PRESETS.map((preset) => {
          const { title, summary } = presetWords(preset);
          const isOn = isEverything || chosen.includes(preset.id);
          return (
            <Checkbox
              key={preset.id}
              checked={isOn}
              description={summary}
              disabled={isFixed || isEverything}
              label={title}
              onChange={() => edit({ eventTypes: withSet(eventTypes, preset.id, !isOn) })}
            />
          );
        })}
      </Sets>
      {!isFixed && !isEverything && (
        <SingleTypes onChange={(types) => edit({ eventTypes: types })} types={eventTypes} />
      )}
      {faults.types && (
        <InlineMessage marginTop="small" messages={[{ text: FORM.typesFault }]} type="error" />
      )}
      {(draft.conditions === null || products || orders) && (
        <ConditionFields {...props} hasOrders={orders} hasProducts={products} />
      )}
    </Panel>
  );
}

"use client";

import { Checkbox } from "@bigcommerce/big-design";
import styled from "styled-components";
import { Choice } from "#components/ui/form/choice.tsx";
import { Note } from "#components/ui/note.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { PartProps } from "./part.ts";

const Only = styled.fieldset`
  border: 0;
  display: grid;
  gap: 12px;
  margin: 20px 0 0;
  padding: 0;
  position: relative;
  legend {
    font-weight: 600;
    padding: 0 0 8px;
  }
`;

const Line = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  > div {
    min-width: min(100%, 240px);
  }
`;

/** Stands for every status: a choice has no empty value. */
const ANY = "any";

/** What else has to be so for an event to be sent, in words; of the types that are chosen. */
export function ConditionFields({
  draft,
  edit,
  isFixed,
  hasProducts,
  hasOrders,
}: PartProps & { hasProducts: boolean; hasOrders: boolean }) {
  const { FORM, ORDER_STATUSES } = useWords(englishForm);
  const { conditions } = draft;
  if (conditions === null)
    return (
      <Only>
        <legend>{FORM.only}</legend>
        <Note>{FORM.ownFilter}</Note>
      </Only>
    );
  const change = (next: Partial<typeof conditions>) => edit({ conditions: { ...conditions, ...next } });
  return (
    <Only>
      <legend>{FORM.only}</legend>
      {hasProducts && (
        <>
          <Checkbox
            checked={conditions.price}
            disabled={isFixed}
            label={FORM.price}
            onChange={() => change({ price: !conditions.price })}
          />
          <Checkbox
            checked={conditions.stock}
            disabled={isFixed}
            label={FORM.stock}
            onChange={() => change({ stock: !conditions.stock })}
          />
        </>
      )}
      {hasOrders && (
        <>
          <Checkbox
            checked={conditions.noIncomplete}
            disabled={isFixed}
            label={FORM.noIncomplete}
            onChange={() => change({ noIncomplete: !conditions.noIncomplete })}
          />
          <Line>
            <span>{FORM.status}</span>
            <div>
              <Choice
                isDisabled={isFixed}
                label={FORM.status}
                onChange={(value) => change({ status: value === ANY ? null : value })}
                options={[
                  { value: ANY, label: FORM.anyStatus },
                  // BigCommerce tells statuses in English, whatever the language of the page.
                  ...englishForm.ORDER_STATUSES.map((value, index) => ({
                    value,
                    label: ORDER_STATUSES[index] ?? value,
                  })),
                ]}
                value={conditions.status ?? ANY}
              />
            </div>
          </Line>
        </>
      )}
    </Only>
  );
}

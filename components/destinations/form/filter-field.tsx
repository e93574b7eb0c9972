"use client";

import { FormGroup, Textarea } from "@bigcommerce/big-design";
import { Button } from "#components/ui/form/button.tsx";
import { Buttons, Group } from "#components/ui/form/fields.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { filterOf, NO_CONDITIONS } from "./conditions.ts";
import type { PartProps } from "./part.ts";

/** A filter of one's own instead of the choices, which it begins with. */
export function FilterField({ draft: { conditions, ownFilter }, edit, faults, isFixed }: PartProps) {
  const { FORM } = useWords(englishForm);
  const write = () => {
    const filter = conditions && filterOf(conditions);
    edit({ conditions: null, ownFilter: JSON.stringify(filter ?? {}, null, 2) });
  };
  if (conditions !== null)
    return (
      <Buttons>
        <Button disabled={isFixed} onClick={write} variant="secondary">
          {FORM.writeFilter}
        </Button>
      </Buttons>
    );
  return (
    <Group>
      <FormGroup>
        <Textarea
          description={FORM.filterHelp}
          disabled={isFixed}
          error={faults.filter && FORM.filterFault}
          label={FORM.filter}
          onChange={(event) => edit({ ownFilter: event.target.value })}
          rows={6}
          value={ownFilter}
        />
      </FormGroup>
      <Buttons>
        <Button
          disabled={isFixed}
          onClick={() => edit({ conditions: NO_CONDITIONS, ownFilter: "" })}
          variant="subtle"
        >
          {FORM.dropFilter}
        </Button>
      </Buttons>
    </Group>
  );
}

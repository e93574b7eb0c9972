"use client";

import { FormGroup, Input } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useState } from "react";
import styled from "styled-components";
import { Fields } from "#components/ui/form/fields.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { webhookUrlFault } from "#lib/contract/values/alert-faults.ts";
import { DESTINATION_NAME_MAX } from "#lib/contract/values/destinations.ts";
import { forPlace } from "./draft.ts";
import { isKeyed, isWeb, PLACE_AUTHS, PLACES } from "./places.ts";
import type { PartProps } from "./part.ts";

const KeyFields = dynamic(() => import("./key-fields.tsx").then((module) => module.KeyFields), {
  loading: () => <Placeholder $height="240px" />,
});

const Cards = styled.div`
  display: grid;
  gap: 12px;
  margin-bottom: 20px;
  @media (min-width: 720px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

const Card = styled.label`
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  cursor: pointer;
  display: grid;
  gap: 0 12px;
  grid-template-columns: auto 1fr;
  padding: 12px 16px;
  position: relative;
  &:hover {
    background: ${({ theme }) => theme.colors.secondary10};
  }
  &:has(:checked) {
    background: ${({ theme }) => theme.colors.primary10};
    border-color: ${({ theme }) => theme.colors.primary40};
  }
  &:has(:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary};
    outline-offset: 2px;
  }
  input {
    accent-color: ${({ theme }) => theme.colors.primary};
    grid-row: span 2;
    height: 20px;
    margin: 2px 0;
    width: 20px;
    &:focus-visible {
      outline: none;
    }
  }
  b {
    font-weight: 600;
  }
  small {
    color: ${({ theme }) => theme.colors.secondary60};
    font-size: 14px;
    line-height: 20px;
  }
`;

/** Where events go: what kind of place, its address, and what it is called here. */
export function WherePart({ draft, edit, faults, isNew, isFixed }: PartProps & { isNew: boolean }) {
  const { FORM } = useWords(englishForm);
  const [isLeft, setIsLeft] = useState(false);
  const { place, url } = draft;
  // The server may allow more, as against the simulator, so this only advises.
  const isPrivate =
    isLeft && isWeb(place) && webhookUrlFault(url.trim(), false) !== null && url.trim() !== "";
  const urlFault = isWeb(place) ? FORM.urlFault : FORM.addressFaults[place];
  const urlHelp = isPrivate ? FORM.urlHint : FORM.urlHelp[place];
  return (
    <Panel title={FORM.where}>
      {isNew && (
        <Cards aria-label={FORM.where} role="radiogroup">
          {PLACES.map((each) => (
            <Card key={each}>
              <input
                checked={each === place}
                disabled={isFixed}
                name="place"
                onChange={() => edit(forPlace(each))}
                type="radio"
                value={each}
              />
              <b>{FORM.places[each].name}</b>
              <small>{FORM.places[each].text}</small>
            </Card>
          ))}
        </Cards>
      )}
      <Fields>
        <FormGroup>
          <Input
            aria-invalid={faults.name}
            autoComplete="off"
            disabled={isFixed}
            error={faults.name && FORM.nameFault}
            label={FORM.name}
            maxLength={DESTINATION_NAME_MAX}
            onChange={(event) => edit({ name: event.target.value })}
            required
            value={draft.name}
          />
        </FormGroup>
        <FormGroup>
          <Input
            aria-invalid={faults.url}
            autoComplete="off"
            description={urlHelp}
            disabled={isFixed}
            error={faults.url && urlFault}
            inputMode="url"
            label={FORM.url}
            onBlur={() => setIsLeft(true)}
            onChange={(event) => edit({ url: event.target.value })}
            placeholder={isWeb(place) ? "https://" : ""}
            required
            value={url}
          />
        </FormGroup>
        {isKeyed(place) && (
          <KeyFields
            draft={draft}
            edit={edit}
            isFaulty={faults.keys === true}
            isFixed={isFixed}
            isKept={draft.auth === null}
            isRequired={isNew}
            kind={PLACE_AUTHS[place]}
          />
        )}
        {isNew && draft.signing === "bigcommerce" && (
          <FormGroup>
            <Input
              aria-invalid={faults.secret}
              autoComplete="off"
              description={FORM.secretHelp}
              disabled={isFixed}
              error={faults.secret && FORM.secretFault}
              label={FORM.secret}
              onChange={(event) => edit({ secret: event.target.value })}
              required
              type="password"
              value={draft.secret}
            />
          </FormGroup>
        )}
      </Fields>
    </Panel>
  );
}

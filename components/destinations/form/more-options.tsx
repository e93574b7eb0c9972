"use client";

import { Checkbox, FormGroup, Input, Textarea } from "@bigcommerce/big-design";
import { Fields } from "#components/ui/form/fields.tsx";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ANSWER_SECONDS, CONCURRENCY_MAX, RATE_MAX } from "#lib/contract/values/destinations.ts";
import { keptHeaders } from "./draft.ts";
import { isWeb } from "./places.ts";
import { AuthFields } from "./auth-fields.tsx";
import { FilterField } from "./filter-field.tsx";
import { Labeled } from "./labeled.tsx";
import type { MoreProps } from "./part.ts";

/** What only a developer decides. In a file of its own, because few open it. */
export function MoreOptions(props: MoreProps) {
  const { draft, edit, faults, isFixed, isNew, kept } = props;
  const { FORM } = useWords(englishForm);
  return (
    <Fields>
      <Labeled
        isFixed={isFixed}
        label={FORM.payload}
        names={FORM.payloads}
        onChange={(payload) => edit({ payload })}
        value={draft.payload}
      />
      {draft.payload === "template" && (
        <FormGroup>
          <Textarea
            description={FORM.templateHelp}
            disabled={isFixed}
            label={FORM.template}
            onChange={(event) => edit({ template: event.target.value })}
            rows={5}
            value={draft.template}
          />
        </FormGroup>
      )}
      <Checkbox
        checked={draft.sendsPersonal}
        disabled={isFixed}
        label={FORM.personal}
        onChange={() => edit({ sendsPersonal: !draft.sendsPersonal })}
      />
      <FilterField {...props} />
      <Labeled
        isFixed={isFixed}
        label={FORM.order}
        names={FORM.orders}
        onChange={(order) => edit({ order })}
        value={draft.order}
      />
      <Checkbox
        checked={draft.isLatestOnly}
        disabled={isFixed}
        label={FORM.latest}
        onChange={() => edit({ isLatestOnly: !draft.isLatestOnly })}
      />
      <Checkbox
        checked={draft.takesSourceEvents}
        disabled={isFixed}
        label={FORM.source}
        onChange={() => edit({ takesSourceEvents: !draft.takesSourceEvents })}
      />
      <Labeled
        isFixed={isFixed}
        label={FORM.schedule}
        names={FORM.schedules}
        onChange={(schedule) => edit({ schedule })}
        value={draft.schedule}
      />
      <FormGroup>
        <Input
          description={FORM.rateHelp}
          disabled={isFixed}
          label={FORM.rate}
          max={RATE_MAX}
          min={0.1}
          onChange={(event) => edit({ rate: event.target.value })}
          step="any"
          type="number"
          value={draft.rate}
        />
      </FormGroup>
      <FormGroup>
        <Input
          disabled={isFixed}
          label={FORM.concurrency}
          max={CONCURRENCY_MAX}
          min={1}
          onChange={(event) => edit({ concurrency: event.target.value })}
          type="number"
          value={draft.concurrency}
        />
      </FormGroup>
      <FormGroup>
        <Input
          disabled={isFixed}
          label={FORM.answerSeconds}
          max={ANSWER_SECONDS.max}
          min={ANSWER_SECONDS.min}
          onChange={(event) => edit({ answerSeconds: event.target.value })}
          type="number"
          value={draft.answerSeconds}
        />
      </FormGroup>
      {isWeb(draft.place) && (
        <>
          <FormGroup>
            <Textarea
              description={kept.headerNames.length > 0 ? FORM.headersKept : FORM.headersHelp}
              disabled={isFixed}
              error={faults.headers && FORM.headersFault}
              label={FORM.headers}
              onChange={(event) => edit({ headers: event.target.value })}
              rows={3}
              value={draft.headers ?? keptHeaders(kept.headerNames)}
            />
          </FormGroup>
          <AuthFields {...props} />
        </>
      )}
      {isNew && draft.signing !== "bigcommerce" && (
        <Labeled
          isFixed={isFixed}
          label={FORM.signing}
          names={FORM.signings}
          onChange={(signing) => edit({ signing })}
          value={draft.signing}
        />
      )}
      {isNew && draft.signing !== "bigcommerce" && (
        <FormGroup>
          <Input
            autoComplete="off"
            description={FORM.keyHelp}
            disabled={isFixed}
            label={FORM.key}
            onChange={(event) => edit({ secret: event.target.value })}
            placeholder={draft.signing === "ed25519" ? "whsk_" : "whsec_"}
            type="password"
            value={draft.secret}
          />
        </FormGroup>
      )}
    </Fields>
  );
}

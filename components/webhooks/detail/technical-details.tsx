"use client";

import styled from "styled-components";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishLimits from "#lib/messages/en/limits.ts";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { WebhookRow } from "#components/webhooks/rows.ts";
import { ExamplePayload } from "./example-payload.tsx";

const Part = styled.div`
  margin-top: 12px;
  h4 {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    margin: 0 0 8px;
  }
`;

interface TechnicalDetailsProps {
  row: WebhookRow;
  /** The address that this store's hooks should have. */
  destination: string | undefined;
  checkedAt: string | null;
  /** What the store granted; undefined before that is known. */
  granted: readonly string[] | undefined;
  store: string;
}

/** What a developer wants to know of an event type: what it brings and leaves out, what reads the rest, and its hook. */
export function TechnicalDetails({ row, destination, checkedAt, granted, store }: TechnicalDetailsProps) {
  const { descriptionOf, limitOf } = useWords(englishLimits);
  const { titleOf } = useWords(englishCatalogue);
  const { DETAILS } = useWords(englishWebhookDetails);
  const { id, entry, view } = row;
  const hook = view?.hook;
  // A name without its ending grants changes, and reading with them.
  const isGranted = (scope: string) =>
    granted?.some((name) => name === scope || name === scope.replace(/_read_only$/, ""));
  const described = descriptionOf(id);
  const permissions = described?.readScopes.map((scope) =>
    DETAILS.permissionOf(scope, isGranted(scope) ? DETAILS.permissionGranted : DETAILS.permissionMissing),
  );
  return (
    <>
      <Facts>
        {entry && (
          <>
            <Fact name={DETAILS.contains}>{described?.contains}</Fact>
            <Fact name={DETAILS.leavesOut}>{limitOf(entry)}</Fact>
            {entry.covers.length > 0 && (
              <Fact name={DETAILS.covers}>{entry.covers.map(titleOf).join(", ")}</Fact>
            )}
          </>
        )}
        {granted && permissions && (
          <Fact name={DETAILS.permission}>
            {permissions.length === 0 ? DETAILS.permissionNone : permissions.join(", ")}
          </Fact>
        )}
        {hook && (
          <>
            <Fact name={hook.destination === destination ? DETAILS.address : DETAILS.sentTo}>
              {hook.destination}
            </Fact>
            {hook.destination !== destination && <Fact name={DETAILS.expected}>{destination}</Fact>}
            <Fact name={DETAILS.webhookId}>
              {hook.id} <CopyButton name={DETAILS.copyId} text={hook.id} />
            </Fact>
            <Fact name={DETAILS.created}>
              <RelativeTime iso={hook.createdAt} />
            </Fact>
          </>
        )}
        {checkedAt && (
          <Fact name={DETAILS.checkedLabel}>
            <RelativeTime iso={checkedAt} />
          </Fact>
        )}
      </Facts>
      {entry && (
        <Part>
          <ExamplePayload scope={id} store={store} />
        </Part>
      )}
    </>
  );
}

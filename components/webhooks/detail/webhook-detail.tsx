"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { CopyLink } from "#components/shell/copy-link.tsx";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Drawer } from "#components/ui/overlay/drawer.tsx";
import * as englishExceptions from "#lib/messages/en/exceptions.ts";
import * as englishHistory from "#lib/messages/en/history.ts";
import * as englishLimits from "#lib/messages/en/limits.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { pagePath, toQuery, webhookPath } from "#lib/client/paths.ts";
import { rowLinkId, Scope } from "#components/webhooks/event-cell.tsx";
import { isIncluded, needsAttention, type WebhookRow } from "#components/webhooks/rows.ts";
import { useWebhooks } from "#components/webhooks/webhooks-context.tsx";

const ExceptionNotes = dynamic(() =>
  import("#components/delivery-exceptions/exception-notes.tsx").then((module) => module.ExceptionNotes),
);
const Countdown = dynamic(() => import("#components/shell/countdown.tsx").then((module) => module.Countdown));
const KeeperFact = dynamic(() =>
  import("#components/keeper/keeper-fact.tsx").then((module) => module.KeeperFact),
);

const HistoryList = dynamic(() =>
  import("#components/audit/history-list.tsx").then((module) => module.HistoryList),
);

const TechnicalDetails = dynamic(() =>
  import("./technical-details.tsx").then((module) => module.TechnicalDetails),
);

const WebhookChart = dynamic(() => import("./webhook-chart.tsx").then((module) => module.WebhookChart));

/** A part of the details. */
const Block = styled.section`
  margin-top: 20px;
  h3 {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    margin: 0 0 8px;
  }
  p {
    margin: 0;
  }
`;

const Actions = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 12px;
`;

/** As high as what is about to be known, so that nothing below it moves. */
const Standing = styled.div`
  min-height: 150px;
  @media (min-width: 720px) {
    min-height: 106px;
  }
`;

const Sentence = styled.p`
  margin: 8px 0 0;
`;

interface WebhookDetailProps {
  row: WebhookRow;
  /** The address that this store's hooks should have. */
  destination: string | undefined;
  checkedAt: string | null;
  onClose: () => void;
}

/** How one event type is doing, what fixes it, what it is and what it brought; behind that, what few want to know. */
export function WebhookDetail({ row, destination, checkedAt, onClose }: WebhookDetailProps) {
  const { titleOf } = useWords(englishCatalogue);
  const { EXCEPTIONS } = useWords(englishExceptions);
  const { HISTORY } = useWords(englishHistory);
  const { healthBadge, INCLUDED_BADGE, remedyLabel } = useWords(englishVerdicts);
  const { descriptionOf } = useWords(englishLimits);
  const { DETAILS } = useWords(englishWebhookDetails);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { store, session } = useStore();
  const showsTechnicalDetails = useTechnicalDetails();
  const { isLocked, remedy, testEvent, toggle } = useWebhooks();
  const { id, title, entry, view, pending } = row;
  const badge = view && (isIncluded(row) ? INCLUDED_BADGE : healthBadge(view.health));
  const kind = needsAttention(row) ? (view?.health.remedy ?? null) : null;

  return (
    <Drawer onClose={onClose} opener={rowLinkId(id)} subject={id} title={title}>
      {showsTechnicalDetails && <Scope>{id}</Scope>}
      <Standing>
        {view && badge && (
          <>
            <Actions>
              <Badge label={badge.label} variant={badge.variant} />
            </Actions>
            <Sentence>
              {isIncluded(row) && view.includedBy
                ? WEBHOOKS.coveredBy(titleOf(view.includedBy))
                : view.health.sentence}
            </Sentence>
            {view.health.until && <Countdown until={view.health.until} />}
            <Actions>
              {kind !== null && (
                <Button
                  disabled={isLocked}
                  onClick={() => pending === undefined && remedy(row)}
                  variant="secondary"
                >
                  {remedyLabel(kind, view.health.verdict)}
                </Button>
              )}
              {/* Where turning off is the remedy, one button is enough. */}
              {!isIncluded(row) && kind !== "turn_off" && (
                <Button
                  disabled={isLocked}
                  onClick={() => pending === undefined && toggle(row, !view.wanted)}
                  variant="secondary"
                >
                  {view.wanted ? WEBHOOKS.turnOff : WEBHOOKS.turnOn}
                </Button>
              )}
              <ButtonLink href={`${pagePath(store, "events")}${toQuery({ scope: id })}`} prefetch={false}>
                {WEBHOOKS.viewEvents}
              </ButtonLink>
              {entry && (
                <Button onClick={() => testEvent(row)} variant="subtle">
                  {WEBHOOKS.sendTest}
                </Button>
              )}
              <CopyLink path={webhookPath(store, id)} />
            </Actions>
          </>
        )}
      </Standing>
      {entry && (
        <Block>
          <h3>{DETAILS.sentWhen}</h3>
          <p>{descriptionOf(id)?.summary}</p>
        </Block>
      )}
      {view && (
        <Block>
          <WebhookChart key={id} scope={id} />
        </Block>
      )}
      {view?.hook && (
        <ExceptionNotes
          renderNotes={(notes) => (
            <Block>
              <h3>{EXCEPTIONS.title}</h3>
              {notes}
            </Block>
          )}
          scope={id}
          store={store}
        />
      )}
      {view?.wanted && (
        <Block>
          <KeeperFact scope={id} />
        </Block>
      )}
      {view && showsTechnicalDetails && (
        <Fold title={DETAILS.technical}>
          <TechnicalDetails
            checkedAt={checkedAt}
            destination={destination}
            granted={session?.scopes}
            row={row}
            store={store}
          />
        </Fold>
      )}
      {view && (
        <Fold title={HISTORY.title}>
          <HistoryList
            scope={id}
            store={store}
            version={`${checkedAt} ${view.changedAt} ${view.isTellingOnly}`}
          />
        </Fold>
      )}
    </Drawer>
  );
}

/** An address that names no event type. */
export function UnknownWebhook({ scope, onClose }: { scope: string; onClose: () => void }) {
  const { DETAILS } = useWords(englishWebhookDetails);
  return (
    <Drawer onClose={onClose} opener="" subject={scope} title={DETAILS.unknownType}>
      <Scope>{scope}</Scope>
      <Actions>
        <InlineMessage messages={[{ text: DETAILS.unknownTypeText }]} type="warning" />
        <Button onClick={onClose} variant="secondary">
          {DETAILS.viewAll}
        </Button>
      </Actions>
    </Drawer>
  );
}

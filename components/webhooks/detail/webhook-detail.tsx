"use client";

import { Badge, InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import styled from "styled-components";
import { CopyLink } from "#components/shell/copy-link.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SidePanel } from "#components/ui/overlay/side-panel.tsx";
import { Sparkline } from "#components/ui/chart/sparkline.tsx";
import * as englishExceptions from "#lib/messages/en/exceptions.ts";
import * as englishHistory from "#lib/messages/en/history.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { pagePath, toQuery, webhookPath } from "#lib/client/paths.ts";
import { AboutType } from "./about-type.tsx";
import { Scope } from "#components/webhooks/columns.tsx";
import { Block, ExamplePayload } from "./example-payload.tsx";
import { isIncluded, needsAttention, type WebhookRow } from "#components/webhooks/rows.ts";
import { useWebhooks } from "#components/webhooks/webhooks-context.tsx";

const ExceptionNotes = dynamic(() =>
  import("#components/delivery-exceptions/exception-notes.tsx").then((module) => module.ExceptionNotes),
);
const Countdown = dynamic(() =>
  import("#components/webhooks/countdown.tsx").then((module) => module.Countdown),
);
const KeeperFact = dynamic(() =>
  import("#components/keeper/keeper-fact.tsx").then((module) => module.KeeperFact),
);

const HistoryList = dynamic(() =>
  import("#components/audit/history-list.tsx").then((module) => module.HistoryList),
);

const WebhookChart = dynamic(() => import("./webhook-chart.tsx").then((module) => module.WebhookChart));

const Actions = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 12px;
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

/** Everything known of one event type: how it is doing, what it brings, what exists at BigCommerce. */
export function WebhookDetail({ row, destination, checkedAt, onClose }: WebhookDetailProps) {
  const { titleOf } = useWords(englishCatalogue);
  const { EXCEPTIONS } = useWords(englishExceptions);
  const { HISTORY } = useWords(englishHistory);
  const { INCLUDED_BADGE, remedyLabel, VERDICT_BADGES } = useWords(englishVerdicts);
  const { DETAILS } = useWords(englishWebhookDetails);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { store, session } = useStore();
  const { isLocked, remedy, testEvent, toggle } = useWebhooks();
  const locale = useLocale();
  const { id, title, entry, view, pending } = row;
  const badge = view && (isIncluded(row) ? INCLUDED_BADGE : VERDICT_BADGES[view.health.verdict]);
  const remedyName =
    view?.health.remedy && needsAttention(row) ? remedyLabel(view.health.remedy, view.health.verdict) : null;

  return (
    <SidePanel
      onClose={onClose}
      subject={id}
      title={title}
      tools={<CopyButton label={DETAILS.copyScope} name={DETAILS.copyScope} text={id} />}
    >
      <Scope>{id}</Scope>
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
            {remedyName && (
              <Button
                disabled={isLocked}
                onClick={() => pending === undefined && remedy(row)}
                variant="secondary"
              >
                {remedyName}
              </Button>
            )}
            {!isIncluded(row) && (
              <Button
                disabled={isLocked}
                onClick={() => pending === undefined && toggle(row, !view.wanted)}
                variant="secondary"
              >
                {view.wanted ? WEBHOOKS.turnOff : WEBHOOKS.turnOn}
              </Button>
            )}
            <ButtonLink href={`${pagePath(store, "events")}${toQuery({ scope: id })}`} prefetch={false}>
              {DETAILS.viewEvents}
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
      {entry && (
        <Block>
          <AboutType entry={entry} granted={session?.scopes} />
        </Block>
      )}
      {view?.hook && (
        <Block>
          <Facts>
            <Fact name={view.hook.destination === destination ? DETAILS.address : DETAILS.sentTo}>
              {view.hook.destination}
            </Fact>
            {view.hook.destination !== destination && <Fact name={DETAILS.expected}>{destination}</Fact>}
            <Fact name={DETAILS.webhookId}>
              {view.hook.id} <CopyButton name={DETAILS.copyId} text={view.hook.id} />
            </Fact>
            <Fact name={DETAILS.created}>
              <RelativeTime iso={view.hook.createdAt} />
            </Fact>
            {checkedAt && (
              <Fact name={DETAILS.checkedLabel}>
                <RelativeTime iso={checkedAt} />
              </Fact>
            )}
          </Facts>
        </Block>
      )}
      {view && (
        <Block>
          <Facts>
            <Fact name={DETAILS.activity}>
              <Sparkline values={view.hourly} /> {DETAILS.eventsCount(wholeNumber(view.events24h, locale))}
            </Fact>
            <Fact name={WEBHOOKS.columns.lastEvent}>
              {view.lastEventAt ? <RelativeTime iso={view.lastEventAt} /> : WEBHOOKS.noEvents}
            </Fact>
          </Facts>
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
          <KeeperFact scope={id} title={title} />
        </Block>
      )}
      <Block>
        <h3>{HISTORY.title}</h3>
        <HistoryList
          scope={id}
          store={store}
          version={`${checkedAt} ${view?.changedAt} ${view?.isTellingOnly}`}
        />
      </Block>
      {entry && <ExamplePayload scope={id} store={store} />}
    </SidePanel>
  );
}

/** An address that names no event type. */
export function UnknownWebhook({ scope, onClose }: { scope: string; onClose: () => void }) {
  const { DETAILS } = useWords(englishWebhookDetails);
  return (
    <SidePanel onClose={onClose} subject={scope} title={DETAILS.unknownType}>
      <Scope>{scope}</Scope>
      <Actions>
        <InlineMessage messages={[{ text: DETAILS.unknownTypeText }]} type="warning" />
        <Button onClick={onClose} variant="secondary">
          {DETAILS.viewAll}
        </Button>
      </Actions>
    </SidePanel>
  );
}

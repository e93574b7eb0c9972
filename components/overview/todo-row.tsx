"use client";

import { Small } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useId } from "react";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { useHelpAddresses } from "#components/shell/help-addresses.tsx";
import { useMayChangeWebhooks, useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { TextLink, TopWindowLink } from "#components/ui/links.tsx";
import { RowMenu } from "#components/ui/overlay/row-menu.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import * as englishStates from "#lib/messages/en/states.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { HeadedRow, RowWords } from "#components/ui/headed-row.ts";
import { useAlerts } from "#lib/client/api/use-alerts.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { destinationPath, webhookPath } from "#lib/client/paths.ts";
import type { AlertView } from "#lib/contract/alerts.ts";
import { useCheck } from "./use-check.ts";
import { mendable } from "./use-mend.ts";

const Countdown = dynamic(() => import("#components/shell/countdown.tsx").then((module) => module.Countdown));

/** Webhooks, or destinations, named in a row; the rest is on their screen. */
const NAMED_MAX = 5;

const Row = styled(HeadedRow)`
  p {
    margin: 0 0 4px;
    overflow-wrap: anywhere;
  }
`;

const Actions = styled.div`
  align-items: center;
  display: flex;
  gap: 4px;
`;

interface Props {
  alert: AlertView;
  onMend: (webhooks: AlertView["webhooks"]) => Promise<void>;
}

/** One cause: how bad it is, what it means, the webhooks that it concerns, and what a person can do about it. */
export function TodoRow({ alert, onMend }: Props) {
  const { OVERVIEW } = useWords(englishOverview);
  const { store } = useStore();
  const { severity, sentence, help, until, openedAt, acknowledgedBy } = alert;
  const id = useId();
  const badge = OVERVIEW.severities[severity];
  return (
    <Row aria-labelledby={id}>
      <RowWords>
        <h3>
          <Badge label={badge.label} variant={badge.variant} />
          <span id={id}>{sentence}</span>
        </h3>
        <p>{help}</p>
        <Things
          things={alert.webhooks.map(({ scope, title }) => ({
            key: scope,
            title,
            href: webhookPath(store, scope),
          }))}
        />
        <Things
          things={alert.destinations.map((each) => ({
            key: each.id,
            title: each.name,
            href: destinationPath(store, each.id),
          }))}
        />
        {until !== undefined && <Countdown until={until} />}
        {openedAt !== null && (
          <Small color="secondary60" margin="none">
            {OVERVIEW.since} <RelativeTime iso={openedAt} />
            {acknowledgedBy !== null && `. ${OVERVIEW.seenBy(acknowledgedBy)}`}
          </Small>
        )}
      </RowWords>
      <Actions>
        <Fix alert={alert} onMend={onMend} />
        <More alert={alert} />
      </Actions>
    </Row>
  );
}

/** The one button that helps; nothing where there is only to wait. */
function Fix({ alert, onMend }: Props) {
  const { OVERVIEW } = useWords(englishOverview);
  const { COMMON } = useWords(englishCommon);
  const { SESSION_ENDED } = useWords(englishStates);
  const { remedyLabel } = useWords(englishVerdicts);
  const { store, session, hasEnded } = useStore();
  const { supportUrl } = useHelpAddresses();
  const check = useCheck(store);
  const mayChange = useMayChangeWebhooks();
  const webhooks = mendable(alert);
  const remedy = webhooks[0]?.remedy;
  if (remedy) {
    const label = remedyLabel(remedy, alert.cause === "wrong_address" ? "wrong_address" : "missing");
    return (
      <AsyncButton
        aria-label={`${label}: ${alert.sentence}`}
        disabled={hasEnded || !mayChange}
        label={label}
        onClick={() => onMend(webhooks)}
        variant="secondary"
        workingLabel={OVERVIEW.fixing}
      />
    );
  }
  if (alert.cause === "needs_reauthorisation" && session)
    return <TopWindowLink href={session.store.reopenUrl}>{SESSION_ENDED.reopen}</TopWindowLink>;
  if (alert.cause === "refusing" && supportUrl !== "")
    return <ExternalLink href={supportUrl}>{OVERVIEW.contact}</ExternalLink>;
  if (alert.cause !== "check_failed" && alert.cause !== "unreachable") return null;
  return (
    <AsyncButton
      disabled={hasEnded}
      label={COMMON.tryAgain}
      onClick={check}
      variant="secondary"
      workingLabel={OVERVIEW.checking}
    />
  );
}

function More({ alert: { id, sentence, acknowledgedAt } }: { alert: AlertView }) {
  const { OVERVIEW } = useWords(englishOverview);
  const { store, hasEnded } = useStore();
  const { acknowledge } = useAlerts(store);
  const toast = useToast();
  if (id === null || acknowledgedAt !== null || hasEnded) return null;
  const see = async () => {
    try {
      await acknowledge(id);
    } catch (error) {
      const text = error instanceof ApiProblem ? error.message : "";
      toast({ type: "error", header: OVERVIEW.notSeen, text });
    }
  };
  return (
    <RowMenu
      items={[{ id: "seen", label: OVERVIEW.seen, onChoose: () => void see() }]}
      name={OVERVIEW.moreFor(sentence)}
    />
  );
}

/** What a cause concerns, each as a link; nothing when it is the whole store. */
function Things({ things }: { things: readonly { key: string; title: string; href: string }[] }) {
  const { OVERVIEW } = useWords(englishOverview);
  if (things.length === 0) return null;
  const more = things.length - NAMED_MAX;
  return (
    <p>
      {things.slice(0, NAMED_MAX).map(({ key, title, href }, index) => (
        <span key={key}>
          {index > 0 && ", "}
          <TextLink href={href} prefetch={false}>
            {title}
          </TextLink>
        </span>
      ))}
      {more > 0 && ` ${OVERVIEW.more(more)}`}
    </p>
  );
}

"use client";

import { Small, Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { webhookPath } from "#lib/client/paths.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { AlertList, AlertView } from "#lib/contract/alerts.ts";

/** Webhooks named in an alert; the rest is on the Webhooks screen. */
const NAMED_MAX = 5;

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
  > li {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    justify-content: space-between;
  }
  > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
    margin-top: 12px;
    padding-top: 12px;
  }
  p {
    margin: 0 0 4px;
    overflow-wrap: anywhere;
  }
`;

const Words = styled.div`
  flex: 1 1 320px;
  min-width: 0;
`;

/** What is wrong now, with what helps; each may be acknowledged, which takes it out of the count. */
export function OpenAlertsPanel({
  alerts,
  onAcknowledge,
}: {
  alerts: AlertList["alerts"];
  onAcknowledge: (id: string) => Promise<void>;
}) {
  const { ALERTS } = useWords(englishAlerts);
  const { hasEnded } = useStore();
  const toast = useToast();
  const acknowledge = async (id: string) => {
    try {
      await onAcknowledge(id);
    } catch (error) {
      const text = error instanceof ApiProblem ? error.message : "";
      toast({ type: "error", header: ALERTS.notAcknowledged, text });
    }
  };
  return (
    <Panel description={ALERTS.openText} title={ALERTS.open}>
      <List>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <Words>
              <Text bold>{alert.sentence}</Text>
              <Text>{alert.help}</Text>
              <Webhooks webhooks={alert.webhooks} />
              <Small color="secondary60">
                {ALERTS.opened} <RelativeTime iso={alert.openedAt} />
                {alert.acknowledgedBy !== null && `. ${ALERTS.acknowledged(alert.acknowledgedBy)}`}
              </Small>
            </Words>
            {alert.acknowledgedAt === null && (
              <AsyncButton
                aria-label={ALERTS.acknowledgeName(alert.sentence)}
                disabled={hasEnded}
                label={ALERTS.acknowledge}
                onClick={() => acknowledge(alert.id)}
                variant="secondary"
                workingLabel={ALERTS.acknowledging}
              />
            )}
          </li>
        ))}
      </List>
    </Panel>
  );
}

function Webhooks({ webhooks }: { webhooks: AlertView["webhooks"] }) {
  const { ALERTS } = useWords(englishAlerts);
  const { store } = useStore();
  if (webhooks.length === 0) return null;
  const more = webhooks.length - NAMED_MAX;
  return (
    <p>
      {webhooks.slice(0, NAMED_MAX).map(({ scope, title }, index) => (
        <span key={scope}>
          {index > 0 && ", "}
          <TextLink href={webhookPath(store, scope)} prefetch={false}>
            {title}
          </TextLink>
        </span>
      ))}
      {more > 0 && ` ${ALERTS.more(more)}`}
    </p>
  );
}

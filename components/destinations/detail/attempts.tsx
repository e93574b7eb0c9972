"use client";

import { Small } from "@bigcommerce/big-design";
import styled from "styled-components";
import { Code } from "#components/events/parts.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { copyText } from "#components/ui/json/copy.ts";
import { useLocale } from "#components/ui/locale.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { absoluteTime, delayWords } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { getJson } from "#lib/client/fetcher/request.ts";
import { apiPath } from "#lib/client/paths.ts";
import type { DeliveryView, DestinationView } from "#lib/contract/destinations.ts";
import type { EventDetail } from "#lib/contract/events.ts";
import { deliveryCurl } from "./delivery-curl.ts";

const List = styled.ol`
  list-style: none;
  margin: 0 0 8px;
  padding: 0;
  li {
    padding: 4px 0;
  }
`;

const Answer = styled.pre`
  background: ${({ theme }) => theme.colors.secondary10};
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 12px;
  margin: 4px 0 0;
  max-height: 200px;
  overflow: auto;
  overflow-wrap: anywhere;
  padding: 8px;
  white-space: pre-wrap;
`;

interface Props {
  delivery: DeliveryView;
  destination: DestinationView;
}

/** Each attempt with its time, code and answer, and the request to try oneself. */
export function Attempts({ delivery, destination }: Props) {
  const { COMMON } = useWords(englishCommon);
  const { DESTINATIONS } = useWords(englishDestinations);
  const { answerText, DELIVERIES } = useWords(englishDeliveries);
  const { store } = useStore();
  const locale = useLocale();
  const toast = useToast();
  const copy = async () => {
    const route = `events/${encodeURIComponent(delivery.eventId)}`;
    try {
      const event = await getJson<EventDetail>(apiPath(store, route));
      const outcome = await copyText(deliveryCurl(destination, event), null);
      if (outcome !== "copied") throw new Error(outcome);
      toast({ type: "info", subject: delivery.id, text: COMMON.copied });
    } catch {
      toast({ type: "error", subject: delivery.id, text: DESTINATIONS.curlFailed });
    }
  };
  return (
    <>
      <List aria-label={DESTINATIONS.attemptList}>
        {delivery.history.map(({ at, outcome, status, failure, tookMs, answer }) => (
          <li key={at}>
            {outcome === "delivered"
              ? `${DELIVERIES.arrived} (${status})`
              : answerText(destination.name, { status, failure })}{" "}
            {failure !== null && <Code>{failure}</Code>}
            <Small color="secondary60" marginBottom="none">
              {absoluteTime(at, locale)}, {DESTINATIONS.took(delayWords(tookMs, locale))}
            </Small>
            {answer !== null && (
              <Answer aria-label={DESTINATIONS.answer} role="region" tabIndex={0}>
                {answer}
              </Answer>
            )}
          </li>
        ))}
      </List>
      {destination.kind === "http" && (
        <AsyncButton
          label={DESTINATIONS.copyCurl}
          onClick={copy}
          variant="subtle"
          workingLabel={DESTINATIONS.copyCurl}
        />
      )}
    </>
  );
}

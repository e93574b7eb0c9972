"use client";

import { CheckCircleIcon, ErrorIcon } from "@bigcommerce/big-design-icons";
import { useState } from "react";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import { clockTime, shortMoment, spanWords } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { useEventDeliveries } from "#lib/client/api/use-event-deliveries.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { destinationPath } from "#lib/client/paths.ts";
import type { EventDeliveries } from "#lib/contract/destinations.ts";
import type { EventDetail } from "#lib/contract/events.ts";
import { DAY_MS } from "#lib/time.ts";

type Sent = EventDeliveries["destinations"][number];

const Part = styled.section`
  border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
  margin-top: 16px;
  padding-top: 12px;
  h3 {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    margin: 0 0 4px;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    justify-content: space-between;
    padding: 4px 0;
  }
  p {
    margin: 0;
  }
  div {
    flex: 1 1 240px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  svg {
    vertical-align: text-bottom;
  }
`;

/** What became of an event at each destination; nothing in a store that has none. */
export function SentTo({ event }: { event: EventDetail }) {
  const { DELIVERIES } = useWords(englishDeliveries);
  const { store } = useStore();
  const { data, error, mutate } = useEventDeliveries(store, event.id);
  if (error !== undefined && !data)
    return (
      <Part aria-label={DELIVERIES.sentTo}>
        <h3>{DELIVERIES.sentTo}</h3>
        <p>{DELIVERIES.slow}</p>
      </Part>
    );
  if (!data || data.destinations.length === 0) return null;
  return (
    <Part aria-label={DELIVERIES.sentTo}>
      <h3>{DELIVERIES.sentTo}</h3>
      <ul>
        {data.destinations.map((sent) => (
          <Line key={sent.destinationId} event={event} onSent={() => void mutate()} sent={sent} />
        ))}
      </ul>
    </Part>
  );
}

interface LineProps {
  event: EventDetail;
  sent: Sent;
  onSent: () => void;
}

function Line({ event, sent, onSent }: LineProps) {
  const { COMMON } = useWords(englishCommon);
  const { DELIVERIES } = useWords(englishDeliveries);
  const { store, session, hasEnded } = useStore();
  const { retry } = useDestinationWays(store);
  const toast = useToast();
  const { deliveryId, destinationId, name, state } = sent;
  const isOwner = session?.user.isOwner === true && !hasEnded;
  const [isAsking, setIsAsking] = useState(false);
  const isFixed = !isOwner || deliveryId === null;
  const label = state === "failed" ? DELIVERIES.sendAgain : DELIVERIES.sendNow;
  const send = async () => {
    try {
      await retry(destinationId, { ids: deliveryId === null ? [] : [deliveryId] });
      toast({ type: "success", subject: destinationId, header: name, text: DELIVERIES.sentAgain });
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", subject: destinationId, header: DELIVERIES.notSentAgain, text });
    }
    onSent();
  };
  return (
    <li>
      <div>
        <p>
          <TextLink href={destinationPath(store, destinationId)} prefetch={false}>
            {name}
          </TextLink>
        </p>
        <p>
          <Told event={event} sent={sent} />
        </p>
      </div>
      {!isFixed && (state === "failed" || state === "waiting") && (
        <AsyncButton
          aria-label={COMMON.actionOn(label, name)}
          label={label}
          onClick={send}
          variant="secondary"
          workingLabel={DELIVERIES.sending}
        />
      )}
      {!isFixed && state === "delivered" && (
        <Button
          aria-label={COMMON.actionOn(DELIVERIES.resend, name)}
          onClick={() => setIsAsking(true)}
          variant="subtle"
        >
          {DELIVERIES.resend}
        </Button>
      )}
      <ConfirmDialog
        confirmLabel={DELIVERIES.resendEvent}
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          void send();
        }}
        text={DELIVERIES.resendText(name)}
        title={DELIVERIES.resendQuestion(name)}
      />
    </li>
  );
}

function Told({ event, sent }: Pick<LineProps, "event" | "sent">) {
  const { answerText, DELIVERIES, notWantedText } = useWords(englishDeliveries);
  const locale = useLocale();
  const now = useNow();
  const { at, behind, name, nextAt, reason, state, status } = sent;
  const answered = status !== null || reason !== null ? answerText(name, { status, failure: reason }) : "";
  switch (state) {
    case "delivered": {
      const spanMs = at === null ? 0 : Date.parse(at) - Date.parse(event.receivedAt);
      return (
        <>
          {DELIVERIES.delivered(spanMs < 1_000 ? null : spanWords(spanMs, locale))}{" "}
          <CheckCircleIcon color="success" size="large" />
        </>
      );
    }
    case "waiting": {
      if (reason === "off") return `${DELIVERIES.waits}. ${notWantedText(name, reason)}`;
      const isFar = nextAt !== null && now !== null && Date.parse(nextAt) - now > DAY_MS;
      const time = nextAt && (isFar ? shortMoment(nextAt, locale) : clockTime(nextAt, locale));
      const first = behind === null || behind === 0 ? `${DELIVERIES.waits}.` : DELIVERIES.waitsBehind(behind);
      return [answered || first, time ? `${DELIVERIES.waitsFor(time)}.` : ""].join(" ");
    }
    case "failed":
      return (
        <>
          <ErrorIcon color="danger" size="large" /> {DELIVERIES.failed}. {answered}
        </>
      );
    case "dismissed":
      return `${DELIVERIES.dismissed}.`;
    case "not_wanted":
      return `${DELIVERIES.notWanted}. ${notWantedText(name, reason)}`;
  }
}

"use client";

import { Small } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useId } from "react";
import styled from "styled-components";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { eventPath } from "#lib/client/paths.ts";
import type { DeliveryView, DestinationView } from "#lib/contract/destinations.ts";
import { useSaid } from "#components/destinations/use-said.ts";
import { DeliveryButtons } from "./delivery-buttons.tsx";

const Attempts = dynamic(() => import("./attempts.tsx").then((module) => module.Attempts));

const Row = styled.li`
  align-items: start;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  justify-content: space-between;
  h3,
  p {
    font-size: 16px;
    line-height: 24px;
    margin: 0;
    overflow-wrap: anywhere;
  }
  h3 {
    font-weight: 600;
  }
`;

const Words = styled.div`
  flex: 1 1 320px;
  min-width: 0;
  details {
    border-top: 0;
    margin-top: 0;
    padding-top: 0;
  }
`;

interface Props {
  delivery: DeliveryView;
  destination: DestinationView;
  isFixed: boolean;
}

/** One event on its way: what became of it in a sentence, and the ways to go on; for a developer each attempt. */
export function DeliveryRow({ delivery, destination, isFixed }: Props) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  const isTechnical = useTechnicalDetails();
  const id = useId();
  const isOpen = delivery.state === "failed" || delivery.state === "waiting";
  return (
    <Row aria-labelledby={id}>
      <Words>
        <h3 id={id}>
          <TextLink href={eventPath(store, delivery.eventId)} prefetch={false}>
            {delivery.title}
          </TextLink>
        </h3>
        <p>
          <Sentence delivery={delivery} name={destination.name} />
        </p>
        <Small color="secondary60" marginBottom="none">
          <RelativeTime iso={delivery.occurredAt} />
        </Small>
        {isTechnical && delivery.history.length > 0 && (
          <Fold title={DESTINATIONS.attempts(delivery.attempts)}>
            <Attempts delivery={delivery} destination={destination} />
          </Fold>
        )}
      </Words>
      {isOpen && !isFixed && <DeliveryButtons delivery={delivery} destination={destination} />}
    </Row>
  );
}

function Sentence({ delivery, name }: { delivery: DeliveryView; name: string }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { answerText, DELIVERIES } = useWords(englishDeliveries);
  const said = useSaid();
  const { state, attempts, status, reason, lastAt, nextAt } = delivery;
  if (state === "delivered")
    return (
      <>
        {DELIVERIES.arrived} {lastAt !== null && <RelativeTime iso={lastAt} />}
      </>
    );
  if (state === "dismissed") return DESTINATIONS.skipped;
  const answer = attempts === 0 ? "" : answerText(name, { status, failure: reason });
  if (state === "failed") return [`${DELIVERIES.failed}.`, answer, DESTINATIONS.tried(attempts)].join(" ");
  const next = nextAt === null ? "" : `${DELIVERIES.waitsFor(said.when(nextAt))}.`;
  return [answer === "" ? `${DELIVERIES.waits}.` : answer, next].join(" ");
}

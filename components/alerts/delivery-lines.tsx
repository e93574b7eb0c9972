"use client";

import { Small } from "@bigcommerce/big-design";
import styled from "styled-components";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { AlertDelivery } from "#lib/contract/alerts.ts";

const List = styled.ul`
  list-style: none;
  margin: 0;
  overflow-wrap: anywhere;
  padding: 0;
`;

/** What became of the last message to each recipient of a channel; nothing where none was sent. */
export function DeliveryLines({ deliveries }: { deliveries: readonly AlertDelivery[] }) {
  const { ALERTS, deliveryText } = useWords(englishAlerts);
  if (deliveries.length === 0) return null;
  return (
    <List aria-label={ALERTS.last}>
      {deliveries.map((delivery) => (
        <li key={delivery.recipient}>
          <Small color={delivery.failure === null ? "secondary60" : "danger50"}>
            {deliveryText(delivery)} (<RelativeTime iso={delivery.at} />)
          </Small>
        </li>
      ))}
    </List>
  );
}

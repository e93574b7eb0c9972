"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import { useState } from "react";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { FilterPills } from "#components/ui/table/filter-pills.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { isBusy } from "#lib/client/api/use-destinations.ts";
import { useDeliveries } from "#lib/client/api/use-deliveries.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import type { DeliveryState } from "#lib/contract/values/destinations.ts";
import { BulkButtons } from "./bulk-buttons.tsx";
import { DeliveryRow } from "./delivery-row.tsx";

const STATES = {
  open: ["failed", "waiting"],
  failed: ["failed"],
  waiting: ["waiting"],
  all: ["delivered", "waiting", "failed", "dismissed"],
} as const satisfies Record<string, readonly DeliveryState[]>;
type Shown = keyof typeof STATES;
const SHOWN = Object.keys(STATES) as Shown[];

const List = styled.ul`
  list-style: none;
  margin: 16px 0 0;
  padding: 0;
  > li {
    border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
    padding: 12px 0;
  }
`;

interface Props {
  destination: DestinationView;
  isFixed: boolean;
}

/** What became of the events on their way here: at first only what failed or waits. */
export function DeliveriesPart({ destination, isFixed }: Props) {
  const { COMMON } = useWords(englishCommon);
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  const [shown, setShown] = useState<Shown>("open");
  const list = useDeliveries(store, destination.id, STATES[shown], isBusy(destination));
  const { deliveries, error, hasMore, refresh, showMore } = list;
  return (
    <Panel
      action={!isFixed && destination.failed > 0 && <BulkButtons destination={destination} />}
      title={DESTINATIONS.deliveries}
    >
      <FilterPills
        active={shown}
        name={DESTINATIONS.filter}
        onChange={setShown}
        pills={SHOWN.map((id) => ({ id, label: DESTINATIONS.filters[id] }))}
      />
      {error !== undefined && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
          marginTop="medium"
          messages={[{ text: DESTINATIONS.deliveriesSlow }]}
          type="warning"
        />
      )}
      {!deliveries && error === undefined && (
        <div aria-busy style={{ marginTop: 16 }}>
          <Placeholder $height="120px" />
        </div>
      )}
      {deliveries?.length === 0 && (
        <Text marginTop="medium">{shown === "open" ? DESTINATIONS.noneOpen : DESTINATIONS.noneOther}</Text>
      )}
      {deliveries && deliveries.length > 0 && (
        <List aria-label={DESTINATIONS.deliveryList}>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} destination={destination} isFixed={isFixed} />
          ))}
        </List>
      )}
      {hasMore && (
        <AsyncButton
          label={DESTINATIONS.more}
          onClick={showMore}
          variant="secondary"
          workingLabel={COMMON.loading}
        />
      )}
    </Panel>
  );
}

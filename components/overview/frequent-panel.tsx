"use client";

import { Text, type TableColumn } from "@bigcommerce/big-design";
import { useMemo } from "react";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { DataTable } from "#components/ui/table/data-table.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { eventsHref } from "#lib/client/log/event-address.ts";
import { pagePath } from "#lib/client/paths.ts";
import type { Chart, ChartPeriod } from "#lib/contract/chart.ts";

type Words = typeof englishOverview.OVERVIEW;

/** An event type with its share of the most frequent one. */
type FrequentRow = { id: string; title: string; events: number; share: number; period: ChartPeriod };

const Bar = styled.div<{ $share: number }>`
  background: ${({ theme }) => theme.colors.primary30};
  height: 12px;
  min-width: 2px;
  width: ${({ $share }) => `${Math.round($share * 100)}%`};
`;

const Foot = styled.div`
  padding-top: 12px;
`;

function TypeCell({ id, title, period }: FrequentRow) {
  const { store } = useStore();
  return (
    <TextLink href={eventsHref(store, { scopes: [id], time: period })} prefetch={false}>
      {title}
    </TextLink>
  );
}

function CountCell({ events }: FrequentRow) {
  return <>{wholeNumber(events, useLocale())}</>;
}

const columnsIn = ({ columns }: Words): TableColumn<FrequentRow>[] => [
  { hash: "type", header: columns.type, render: TypeCell },
  { hash: "events", header: columns.events, render: CountCell, width: 90 },
  {
    hash: "share",
    header: columns.share,
    hideHeader: true,
    render: ({ share }) => <Bar aria-hidden $share={share} />,
    width: 96,
  },
];

/** The event types that came most often in the chart's time. */
export function FrequentPanel({ chart }: { chart: Chart | undefined }) {
  const { OVERVIEW } = useWords(englishOverview);
  const columns = useMemo(() => columnsIn(OVERVIEW), [OVERVIEW]);
  const { store } = useStore();
  const most = chart?.mostFrequent[0]?.events ?? 1;
  const rows = chart?.mostFrequent.map(({ scope, title, events }) => ({
    id: scope,
    title,
    events,
    share: events / most,
    period: chart.period,
  }));
  return (
    <Panel title={OVERVIEW.frequent}>
      {rows?.length === 0 ? (
        <Text>{OVERVIEW.noneFrequent}</Text>
      ) : (
        <DataTable columns={columns} items={rows} name={OVERVIEW.frequentList} placeholderRows={5} />
      )}
      <Foot>
        <TextLink href={pagePath(store, "webhooks")} prefetch={false}>
          {OVERVIEW.viewTypes}
        </TextLink>
      </Foot>
    </Panel>
  );
}

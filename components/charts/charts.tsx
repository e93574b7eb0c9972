"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useState } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { FilterPills } from "#components/ui/table/filter-pills.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { shiftedDayStart } from "#lib/messages/format/chart-time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { ChartReading } from "#lib/client/api/use-chart.ts";
import type { Chart, ChartPeriod } from "#lib/contract/chart.ts";
import { CHART_PERIODS } from "#lib/contract/values/charts.ts";
import { DeliveryDrawings, EventsDrawing } from "./chart-drawings.tsx";
import { ChartTable } from "./chart-table.tsx";

const Head = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  justify-content: space-between;
  margin-bottom: 12px;
  > button {
    margin-left: auto;
  }
`;

const Notes = styled.p`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: 14px;
  line-height: 20px;
  margin: 12px 0 0;
`;

interface ChartsProps {
  store: string;
  period: ChartPeriod;
  onPeriod: (period: ChartPeriod) => void;
  reading: ChartReading;
  /** Draws delay, repeats and refusals below the events, too. */
  hasDelivery?: boolean;
}

/** Events over time, and how they were delivered, as bars or as a table; whatever is not there yet, said. */
export function Charts({ store, period, onPeriod, reading, hasDelivery = false }: ChartsProps) {
  const { CHARTS } = useWords(englishCharts);
  const { COMMON } = useWords(englishCommon);
  const [isTable, setIsTable] = useState(false);
  const { data: chart, error, mutate } = reading;
  return (
    <>
      <Head>
        <FilterPills
          active={period}
          name={CHARTS.period}
          onChange={onPeriod}
          pills={CHART_PERIODS.map((id) => ({ id, label: CHARTS.periods[id] }))}
        />
        {chart && (
          <Button onClick={() => setIsTable(!isTable)} variant="subtle">
            {isTable ? COMMON.showAsChart : COMMON.showAsTable}
          </Button>
        )}
      </Head>
      {error !== undefined && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void mutate() }]}
          marginBottom="medium"
          messages={[{ text: CHARTS.slow }]}
          type="warning"
        />
      )}
      {chart && (
        <div aria-busy={chart.period !== period}>
          {isTable ? (
            <ChartTable chart={chart} hasDelivery={hasDelivery} store={store} />
          ) : (
            <>
              <EventsDrawing chart={chart} store={store} />
              {hasDelivery && <DeliveryDrawings chart={chart} store={store} />}
            </>
          )}
          <ChartNotes chart={chart} hasDelivery={hasDelivery} />
        </div>
      )}
      {!chart && error === undefined && (
        <div aria-busy>
          <Placeholder $height="300px" />
        </div>
      )}
    </>
  );
}

/** What one has to know to read the numbers right. */
export function ChartNotes({ chart, hasDelivery }: { chart: Chart; hasDelivery: boolean }) {
  const { CHARTS } = useWords(englishCharts);
  const locale = useLocale();
  const { buckets, delaySample, keptDays, scopes, timeZone } = chart;
  const dayStart = shiftedDayStart(chart, locale);
  return (
    <Notes>
      {[
        ...(buckets.some(({ isKept }) => !isKept) ? [CHARTS.keptOnly(keptDays)] : []),
        CHARTS.inZone(timeZone),
        ...(dayStart === null ? [] : [CHARTS.shiftedDays(dayStart)]),
        ...(hasDelivery
          ? [scopes && scopes.length > 1 ? CHARTS.sampleOfBusiest(delaySample) : CHARTS.sample(delaySample)]
          : []),
        ...(hasDelivery && scopes ? [CHARTS.notByType] : []),
      ].join(" ")}
    </Notes>
  );
}

"use client";

import { useLocale } from "#components/ui/locale.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import { shiftedDayStart } from "#lib/messages/format/chart-time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { ChartReading } from "#lib/client/api/use-chart.ts";
import type { Chart, ChartPeriod } from "#lib/contract/chart.ts";
import { DeliveryDrawings, EventsDrawing } from "./chart-drawings.tsx";
import { ChartFrame, ChartNote } from "./chart-frame.tsx";
import { ChartTable } from "./chart-table.tsx";

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
  return (
    <ChartFrame height="300px" onPeriod={onPeriod} period={period} reading={reading}>
      {(chart, isTable) => (
        <>
          {isTable ? (
            <ChartTable chart={chart} hasDelivery={hasDelivery} store={store} />
          ) : (
            <>
              <EventsDrawing chart={chart} store={store} />
              {hasDelivery && <DeliveryDrawings chart={chart} store={store} />}
            </>
          )}
          <ChartNotes chart={chart} hasDelivery={hasDelivery} />
        </>
      )}
    </ChartFrame>
  );
}

/** What one has to know to read the numbers right. */
export function ChartNotes({ chart, hasDelivery }: { chart: Chart; hasDelivery: boolean }) {
  const { CHARTS } = useWords(englishCharts);
  const locale = useLocale();
  const { buckets, delaySample, keptDays, scopes, timeZone } = chart;
  const dayStart = shiftedDayStart(chart, locale);
  return (
    <ChartNote>
      {[
        ...(buckets.some(({ isKept }) => !isKept) ? [CHARTS.keptOnly(keptDays)] : []),
        CHARTS.inZone(timeZone),
        ...(dayStart === null ? [] : [CHARTS.shiftedDays(dayStart)]),
        ...(hasDelivery
          ? [scopes && scopes.length > 1 ? CHARTS.sampleOfBusiest(delaySample) : CHARTS.sample(delaySample)]
          : []),
        ...(hasDelivery && scopes ? [CHARTS.notByType] : []),
      ].join(" ")}
    </ChartNote>
  );
}

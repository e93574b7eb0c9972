"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useState, type ReactNode } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { FilterPills } from "#components/ui/table/filter-pills.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { ChartPeriod } from "#lib/contract/chart.ts";
import { CHART_PERIODS } from "#lib/contract/values/charts.ts";

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

/** What one has to know to read a chart right. */
export const ChartNote = styled.p`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: 14px;
  line-height: 20px;
  margin: 12px 0 0;
`;

interface ChartFrameProps<Chart> {
  period: ChartPeriod;
  onPeriod: (period: ChartPeriod) => void;
  /** How far reading it has come. */
  reading: { data?: Chart | undefined; error?: unknown; mutate: () => unknown };
  /** Of what stands in for a chart that is still to come. */
  height: string;
  /** The chart as bars or as a table. */
  children: (chart: Chart, isTable: boolean) => ReactNode;
}

/** What stands around every chart over time: its period, bars or table, and whatever is not there yet, said. */
export function ChartFrame<Chart extends { period: ChartPeriod }>({
  period,
  onPeriod,
  reading: { data: chart, error, mutate },
  height,
  children,
}: ChartFrameProps<Chart>) {
  const { CHARTS } = useWords(englishCharts);
  const { COMMON } = useWords(englishCommon);
  const [isTable, setIsTable] = useState(false);
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
      {chart && <div aria-busy={chart.period !== period}>{children(chart, isTable)}</div>}
      {!chart && error === undefined && (
        <div aria-busy>
          <Placeholder $height={height} />
        </div>
      )}
    </>
  );
}

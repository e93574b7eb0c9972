"use client";

import dynamic from "next/dynamic";
import { useState, type ReactNode } from "react";
import styled from "styled-components";
import { COMMON } from "#components/words/common.ts";
import { Button } from "./button.tsx";

export interface Bar {
  id: string;
  /** Stands under the bar, short, such as "10 AM". */
  label: string;
  /** The ordinary part, drawn in blue. */
  main: number;
  /** The part that deserves a look, drawn in red on top. */
  marked: number;
}

export interface BarChartProps {
  /** One sentence that says what the bars say, such as "1,284 events received in the last 24 hours". */
  sentence: string;
  bars: readonly Bar[];
  legend: { main: string; marked: string };
  /** Filters the log, say. The same must be reachable from the table, for bars take no focus. */
  onBar?: (id: string) => void;
}

/** Height of the drawing in pixels, kept free while it loads so that nothing jumps. */
export const CHART_HEIGHT = 220;

const Space = styled.div`
  height: ${CHART_HEIGHT}px;
`;

const Drawing = dynamic(() => import("./bar-chart-drawing.tsx").then((module) => module.BarChartDrawing), {
  loading: () => <Space aria-busy />,
});

const Foot = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 16px;
  justify-content: space-between;
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    list-style: none;
    margin: 0;
    padding: 0;
  }
`;

const Key = styled.li<{ $isMarked: boolean }>`
  &::before {
    background: ${({ theme, $isMarked }) => ($isMarked ? theme.colors.danger : theme.colors.primary)};
    content: "";
    display: inline-block;
    height: 12px;
    margin-right: 8px;
    vertical-align: -1px;
    width: 12px;
  }
`;

interface WithTable extends BarChartProps {
  /** The same numbers as a table, for whoever does not see bars. */
  table: ReactNode;
}

/** Bars over time with a legend in words, and the same numbers as a table behind a button. */
export function BarChart({ table, ...chart }: WithTable) {
  const [isTable, setIsTable] = useState(false);
  return (
    <div>
      {isTable ? table : <Drawing {...chart} />}
      <Foot>
        <ul>
          <Key $isMarked={false}>{chart.legend.main}</Key>
          <Key $isMarked>{chart.legend.marked}</Key>
        </ul>
        <Button onClick={() => setIsTable(!isTable)} variant="subtle">
          {isTable ? COMMON.showAsChart : COMMON.showAsTable}
        </Button>
      </Foot>
    </div>
  );
}

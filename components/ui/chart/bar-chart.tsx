"use client";

import { scaleBand, scaleLinear } from "@visx/scale";
import { useEffect, useRef, useState } from "react";
import styled from "styled-components";
import { BarChartDrawing } from "./bar-chart-drawing.tsx";
import { MarkSwatch, StateSwatch } from "./bar-chart-marks.tsx";
import type { Bar, Place } from "./bar-chart-places.ts";
import { BarTargets } from "./bar-chart-targets.tsx";

export interface BarChartProps {
  /** One sentence that says what the bars say, such as "1,284 events received in the last 24 hours". */
  sentence: string;
  bars: readonly Bar[];
  /** Names of the series, from below. */
  series: readonly string[];
  /** What stands below the bars while none is looked at; names the bars for assistive technology. */
  hint: string;
  /** In place of bars when there is nothing to draw. */
  nothing: string;
  /** What it means that a bar is not over yet, or that nothing is kept of it; named in the legend where there is one. */
  stateNames?: Readonly<Record<Exclude<Bar["state"], "whole">, string>>;
  /** Of the drawing, in pixels. */
  height?: number;
  /** Writes a value of the axis; "" leaves it out. */
  formatValue: (value: number) => string;
  /** The axis reaches so far at least. */
  topMin?: number;
}

/** Left of the bars, for the values; below them, for the labels; and above. In pixels. */
const LEFT = 48;
const BOTTOM = 28;
const TOP = 8;
const HEIGHT = 220;
const WIDTH_MIN = 200;

const Figure = styled.div`
  min-width: 0;
  overflow: hidden;
  position: relative;
`;

const Nothing = styled.p`
  color: ${({ theme }) => theme.colors.secondary60};
  inset-inline: ${LEFT}px 0;
  margin: 0;
  position: absolute;
  text-align: center;
  top: 35%;
`;

// Room for two lines, or one where the drawing is wide, so that nothing jumps while bars are pointed at.
const Said = styled.p<{ $isLow: boolean }>`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: 14px;
  line-height: 20px;
  margin: 4px 0 8px;
  min-height: 40px;
  @media (min-width: 1025px) {
    min-height: ${({ $isLow }) => ($isLow ? 40 : 20)}px;
  }
`;

const Legend = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  list-style: none;
  margin: 0 0 8px;
  padding: 0;
  li {
    align-items: center;
    display: flex;
    gap: 8px;
  }
`;

/**
 * Stacked bars over time with a legend in words. Bars that lead somewhere are links, of which Tab reaches one and the
 * arrow keys the others; what a bar says stands below while it is pointed at. Nothing moves by itself.
 */
export function BarChart(props: BarChartProps) {
  const { sentence, bars, series, hint, nothing, stateNames, formatValue } = props;
  const { height = HEIGHT, topMin = 4 } = props;
  const { frame, width } = useWidth();
  const [place, setPlace] = useState<Place | null>(null);
  const totalOf = ({ values }: Bar) => values.reduce((sum, value) => sum + value, 0);
  const highest = Math.max(...bars.map(totalOf));
  const x = scaleBand({ domain: bars.map(({ id }) => id), range: [LEFT, width], padding: 0.25 });
  const y = scaleLinear({
    domain: [0, Math.max(topMin, highest)],
    range: [height - BOTTOM, TOP],
    nice: true,
  });
  const scales = { x, y, left: LEFT, width, height };
  const states = stateNames
    ? (["under_way", "gone"] as const).filter((state) => bars.some((bar) => bar.state === state))
    : [];
  const pointedAt = bars.find(({ id }) => id === place?.id);
  const part = place?.part === undefined ? null : pointedAt?.parts?.[place.part];

  return (
    <>
      <Figure ref={frame}>
        <BarChartDrawing bars={bars} formatValue={formatValue} scales={scales} sentence={sentence} />
        {highest === 0 && <Nothing aria-hidden>{nothing}</Nothing>}
        <BarTargets bars={bars} name={hint} onPlace={setPlace} place={place} scales={scales} />
      </Figure>
      <Said $isLow={height < HEIGHT} aria-hidden>
        {part?.text ?? pointedAt?.text ?? "\u00a0"}
      </Said>
      {(series.length > 1 || states.length > 0) && (
        <Legend>
          {series.length > 1 &&
            series.map((name, index) => (
              <li key={name}>
                <MarkSwatch place={index} />
                {name}
              </li>
            ))}
          {states.map((state) => (
            <li key={state}>
              <StateSwatch state={state} />
              {stateNames?.[state]}
            </li>
          ))}
        </Legend>
      )}
    </>
  );
}

/** The width of an element as it changes, in pixels. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(WIDTH_MIN, entry.contentRect.width)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}

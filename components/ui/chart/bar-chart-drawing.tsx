"use client";

import { AxisBottom, AxisLeft } from "@visx/axis";
import { Bar as Shape } from "@visx/shape";
import { useId } from "react";
import { useTheme } from "styled-components";
import { GonePattern, MarkPattern, markOf, StateFrame } from "./bar-chart-marks.tsx";
import { stackOf, type Bar, type Scales } from "./bar-chart-places.ts";

/** Room that one label under the axis needs, in pixels. */
const LABEL_WIDTH = 84;
/** Drawings lower than this have room for three lines, others for five. */
const LOW = 150;

interface BarChartDrawingProps {
  sentence: string;
  bars: readonly Bar[];
  formatValue: (value: number) => string;
  scales: Scales;
}

/** The picture of a chart: one image, which says its sentence. */
export function BarChartDrawing({ sentence, bars, formatValue, scales }: BarChartDrawingProps) {
  const { colors } = useTheme();
  const patternId = useId();
  const { x, y, left, width, height } = scales;
  const base = y(0);
  const lines = height < LOW ? 2 : 4;
  const labels = new Map(bars.map(({ id, label }) => [id, label]));
  const every = Math.max(1, Math.ceil((bars.length * LABEL_WIDTH) / (width - left)));
  const text = { fill: colors.secondary60, fontSize: 12, fontFamily: "inherit" };
  // The label of the last bar would reach over the edge; it ends with the bar.
  const anchorOf = (id: string) =>
    (x(id) ?? 0) + (x.bandwidth() + LABEL_WIDTH) / 2 > width
      ? ({ textAnchor: "end", dx: x.bandwidth() / 2 } as const)
      : ({ textAnchor: "middle" } as const);
  const places = [...new Set(bars.flatMap(({ values }) => values.map((_, place) => place)))];

  return (
    <svg aria-label={sentence} height={height} role="img" style={{ display: "block" }} width={width}>
      <defs>
        {places.map((place) => (
          <MarkPattern key={place} id={`${patternId}${place}`} mark={markOf(place)} />
        ))}
        <GonePattern id={`${patternId}gone`} />
      </defs>
      {y.ticks(lines).map((value) => (
        <line
          key={value}
          shapeRendering="crispEdges"
          stroke={colors.secondary30}
          x1={left}
          x2={width}
          y1={y(value)}
          y2={y(value)}
        />
      ))}
      <AxisLeft
        hideAxisLine
        hideTicks
        left={left}
        numTicks={lines}
        scale={y}
        tickFormat={(value) => formatValue(Number(value))}
        tickLabelProps={{ ...text, textAnchor: "end", dx: -4, dy: 4 }}
      />
      {bars.map((bar) => (
        <g key={bar.id}>
          <StateFrame
            goneId={`${patternId}gone`}
            height={base - 1}
            state={bar.state}
            width={x.bandwidth() + 2}
            x={(x(bar.id) ?? 0) - 1}
            y={1}
          />
          {stackOf(bar, y).map(({ place, top, bottom }) => (
            <Shape
              key={place}
              fill={`url(#${patternId}${place})`}
              // White between two parts, where there is room for it.
              height={bottom - top > 3 && place > 0 ? bottom - top - 1 : bottom - top}
              width={x.bandwidth()}
              x={x(bar.id) ?? 0}
              y={top}
            />
          ))}
        </g>
      ))}
      <AxisBottom
        hideTicks
        scale={x}
        stroke={colors.secondary30}
        tickFormat={(id) => labels.get(id) ?? ""}
        tickLabelProps={(id) => ({ ...text, ...anchorOf(id) })}
        tickValues={bars.filter((_, index) => index % every === 0).map(({ id }) => id)}
        top={base}
      />
    </svg>
  );
}

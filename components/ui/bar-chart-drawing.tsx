"use client";

import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar as Shape } from "@visx/shape";
import { useEffect, useRef, useState } from "react";
import { useTheme } from "styled-components";
import { CHART_HEIGHT, type BarChartProps } from "./bar-chart.tsx";
import { useLocale } from "./locale.tsx";

const LEFT = 44;
const BOTTOM = 28;
const TOP = 8;
/** Room that one label under the axis needs, in pixels. */
const LABEL_WIDTH = 72;

/** The drawing itself, apart, so that its library loads when a chart is shown and not before. */
export function BarChartDrawing({ sentence, bars, onBar }: BarChartProps) {
  const { colors } = useTheme();
  const locale = useLocale();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(240, entry.contentRect.width)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const x = scaleBand({ domain: bars.map(({ id }) => id), range: [LEFT, width], padding: 0.25 });
  const highest = Math.max(4, ...bars.map(({ main, marked }) => main + marked));
  const y = scaleLinear({ domain: [0, highest], range: [CHART_HEIGHT - BOTTOM, TOP], nice: true });
  const labels = new Map(bars.map(({ id, label }) => [id, label]));
  const every = Math.max(1, Math.ceil((bars.length * LABEL_WIDTH) / (width - LEFT)));
  const text = { fill: colors.secondary60, fontSize: 12, fontFamily: "inherit" };
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

  return (
    <div ref={frame} style={{ overflow: "hidden" }}>
      <svg aria-label={sentence} height={CHART_HEIGHT} role="img" width={width}>
        {y.ticks(4).map((value) => (
          <line
            key={value}
            shapeRendering="crispEdges"
            stroke={colors.secondary30}
            x1={LEFT}
            x2={width}
            y1={y(value)}
            y2={y(value)}
          />
        ))}
        <AxisLeft
          hideAxisLine
          hideTicks
          left={LEFT}
          numTicks={4}
          scale={y}
          tickFormat={(value) => (Number.isInteger(Number(value)) ? whole.format(Number(value)) : "")}
          tickLabelProps={{ ...text, textAnchor: "end", dx: -4, dy: 4 }}
        />
        {bars.map(({ id, main, marked }) => {
          const left = x(id) ?? 0;
          const pick = onBar && { onClick: () => onBar(id), style: { cursor: "pointer" } };
          return (
            <g key={id} {...pick}>
              <Shape
                fill={colors.primary}
                height={y(0) - y(main)}
                width={x.bandwidth()}
                x={left}
                y={y(main)}
              />
              {marked > 0 && (
                <Shape
                  fill={colors.danger}
                  height={y(main) - y(main + marked)}
                  width={x.bandwidth()}
                  x={left}
                  y={y(main + marked)}
                />
              )}
            </g>
          );
        })}
        <AxisBottom
          hideTicks
          scale={x}
          stroke={colors.secondary30}
          tickFormat={(id) => labels.get(id) ?? ""}
          tickLabelProps={{ ...text, textAnchor: "middle" }}
          tickValues={bars.filter((_, index) => index % every === 0).map(({ id }) => id)}
          top={CHART_HEIGHT - BOTTOM}
        />
      </svg>
    </div>
  );
}

"use client";

import styled from "styled-components";

const Drawing = styled.svg`
  display: inline-block;
  fill: ${({ theme }) => theme.colors.primary30};
  vertical-align: middle;
  @media (forced-colors: active) {
    fill: CanvasText;
  }
`;

const HEIGHT = 20;
const BAR_WIDTH = 2;
const STEP = 3;

/** A small shape of counts over time. It says nothing by itself: print the total as text beside it. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const highest = Math.max(1, ...values);
  return (
    <Drawing aria-hidden height={HEIGHT} width={Math.max(1, values.length) * STEP}>
      {values.map((value, index) => {
        const height = value === 0 ? 1 : Math.max(2, Math.round((value / highest) * HEIGHT));
        // A bar has no identity of its own beyond its place.
        return (
          <rect key={`${index}`} height={height} width={BAR_WIDTH} x={index * STEP} y={HEIGHT - height} />
        );
      })}
    </Drawing>
  );
}

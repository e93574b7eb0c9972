import { useId } from "react";
import { useTheme } from "styled-components";
import type { Bar } from "./bar-chart-places.ts";

/** How a series looks: a colour, and white lines or dots on it. */
export interface Mark {
  color: string;
  pattern: "plain" | "rising" | "dotted" | "level" | "upright" | "falling";
}

/**
 * Looks by a series' place. Each colour stands out from white by three to one at least, and from every other one for
 * people who see no red, no green or no blue; the patterns do it again without any colour.
 */
export const MARKS: readonly Mark[] = [
  { color: "#3C64F4", pattern: "plain" },
  { color: "#CC5500", pattern: "rising" },
  { color: "#00473E", pattern: "dotted" },
  { color: "#661188", pattern: "level" },
  { color: "#AA8866", pattern: "upright" },
  { color: "#757A8C", pattern: "falling" },
];

/** The look of the series at `place`. */
export function markOf(place: number): Mark {
  return MARKS[place % MARKS.length] ?? { color: "#3C64F4", pattern: "plain" };
}

const LINES: Readonly<Record<Exclude<Mark["pattern"], "plain" | "dotted">, string>> = {
  rising: "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2",
  falling: "M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2",
  level: "M0,3 h6",
  upright: "M3,0 v6",
};

/** The pattern of a look, for `fill="url(#id)"`. */
export function MarkPattern({ id, mark: { color, pattern } }: { id: string; mark: Mark }) {
  return (
    <pattern height={6} id={id} patternUnits="userSpaceOnUse" width={6}>
      <rect fill={color} height={6} width={6} />
      {pattern === "dotted" && <circle cx={3} cy={3} fill="#fff" r={1.1} />}
      {pattern !== "plain" && pattern !== "dotted" && (
        <path d={LINES[pattern]} fill="none" stroke="#fff" strokeWidth={1.1} />
      )}
    </pattern>
  );
}

/** A small square in the looks of the series at `place`, for a legend. */
export function MarkSwatch({ place }: { place: number }) {
  const id = useId();
  return (
    <svg aria-hidden height={14} width={14}>
      <defs>
        <MarkPattern id={id} mark={markOf(place)} />
      </defs>
      <rect fill={`url(#${id})`} height={14} width={14} />
    </svg>
  );
}

interface StateFrameProps {
  /** The id of a `GonePattern` in the same drawing. */
  goneId: string;
  state: Bar["state"];
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Around a bar that is not over yet, or in place of one of which nothing is kept. */
export function StateFrame({ goneId, state, ...place }: StateFrameProps) {
  const { colors } = useTheme();
  if (state === "whole") return null;
  return state === "gone" ? (
    <rect fill={`url(#${goneId})`} {...place} />
  ) : (
    <rect fill="none" stroke={colors.secondary60} strokeDasharray="3 3" {...place} />
  );
}

/** Thin lines where there is nothing to show. */
export function GonePattern({ id }: { id: string }) {
  const { colors } = useTheme();
  return (
    <pattern height={6} id={id} patternUnits="userSpaceOnUse" width={6}>
      <path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke={colors.secondary40} />
    </pattern>
  );
}

/** A small square in the looks of bars of a state, for a legend. */
export function StateSwatch({ state }: { state: Bar["state"] }) {
  const id = useId();
  return (
    <svg aria-hidden height={14} width={14}>
      <defs>
        <GonePattern id={id} />
      </defs>
      <StateFrame goneId={id} height={13} state={state} width={13} x={0.5} y={0.5} />
    </svg>
  );
}

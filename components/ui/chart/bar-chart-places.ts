import type { scaleBand, scaleLinear } from "@visx/scale";

/** A bar of a chart over time. */
export interface Bar {
  id: string;
  /** Stands under the bar, short, such as "10 AM". */
  label: string;
  /** What the bar says, in one sentence. */
  text: string;
  /** One value for each series, stacked from below. */
  values: readonly number[];
  /** Where the bar leads; null when it leads nowhere. */
  href: string | null;
  /** Where the part of a series leads, and what it says; by place, null where it has nothing of its own. */
  parts?: readonly ({ href: string; text: string } | null)[];
  state: "whole" | "under_way" | "gone";
}

/** Where bars and values lie in the drawing, in pixels. */
export interface Scales {
  x: ReturnType<typeof scaleBand<string>>;
  y: ReturnType<typeof scaleLinear<number>>;
  /** Where the bars begin. */
  left: number;
  width: number;
  height: number;
}

/** What of a chart is pointed at: a bar, or one part of it. */
export interface Place {
  id: string;
  /** The place of a series; undefined for the whole bar. */
  part?: number | undefined;
}

/** The parts of a bar that have a height, from below, with their edges in pixels. */
export function stackOf(
  { values }: Pick<Bar, "values">,
  y: Scales["y"],
): { place: number; top: number; bottom: number }[] {
  let sum = 0;
  return values.flatMap((value, place) => {
    const bottom = y(sum);
    sum += value;
    return value > 0 ? [{ place, top: y(sum), bottom }] : [];
  });
}

/** Where a key leads from a place; null when it leads nowhere. Pure. */
export function nextPlace(
  key: string,
  bars: readonly Pick<Bar, "id" | "parts" | "values">[],
  from: Place,
): Place | null {
  const index = bars.findIndex(({ id }) => id === from.id);
  const parts = (bars[index]?.parts ?? []).flatMap((part, place) =>
    part && (bars[index]?.values[place] ?? 0) > 0 ? [place] : [],
  );
  const step = from.part === undefined ? -1 : parts.indexOf(from.part);
  const barAt = (place: number) => {
    const bar = bars[place];
    return bar ? { id: bar.id } : null;
  };
  switch (key) {
    case "ArrowLeft":
      return barAt(index - 1);
    case "ArrowRight":
      return barAt(index + 1);
    case "Home":
      return barAt(0);
    case "End":
      return barAt(bars.length - 1);
    case "ArrowUp":
      return parts[step + 1] === undefined ? null : { id: from.id, part: parts[step + 1] };
    case "ArrowDown":
      return step < 0 ? null : { id: from.id, part: parts[step - 1] };
    default:
      return null;
  }
}

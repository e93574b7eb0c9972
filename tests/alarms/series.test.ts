import { expect, test } from "vitest";
import { scraped, seriesOf } from "./series.ts";

const LABELS = 'instance="a",job="webhook-keeper"';

test("an answer becomes the series that Prometheus would make of it, and silence a process that is down", () => {
  const text = '# HELP x_total Of x.\nx_total 3\ny{part="z",le="+Inf"} 1.5\nz{part="of a summary"} Nan\n';
  expect([...scraped("a", text)]).toEqual([
    [`up{${LABELS}}`, 1],
    [`x_total{${LABELS}}`, 3],
    [`y{part="z",le="+Inf",${LABELS}}`, 1.5],
  ]);
  expect([...scraped("a", null)]).toEqual([[`up{${LABELS}}`, 0]]);
});

test("phases are stretched: what rises does so evenly, a start begins at 0, and what was not told is missing", () => {
  const first = scraped("a", "x_total 10\ny 1");
  const second = scraped("a", "x_total 40\ny 0.000001\nnew_total 3");
  const third = scraped("a", "x_total 5");
  const phases = [
    { minutes: 30, from: first, to: second },
    { minutes: 10, from: second, to: third },
    { minutes: 20, from: third, to: scraped("a", null) },
  ];
  expect(seriesOf(phases, new Set(["x_total", "y"]))).toEqual([
    { series: `x_total{${LABELS}}`, values: "10+1x29 0+0.5x9 _x20" },
    { series: `y{${LABELS}}`, values: "0.000001x29 _x10 _x20" },
  ]);
  expect(seriesOf(phases, new Set(["new_total"]))).toEqual([
    { series: `new_total{${LABELS}}`, values: "0+0.1x29 _x10 _x20" },
  ]);
  expect(seriesOf(phases, new Set(["up"]))).toEqual([{ series: `up{${LABELS}}`, values: "1x29 1x9 0x19" }]);
});

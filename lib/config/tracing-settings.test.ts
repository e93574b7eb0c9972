import { expect, test } from "vitest";
import { z } from "zod";
import { TRACING_SETTINGS, tracingOf } from "./tracing-settings.ts";

const Settings = z.object(TRACING_SETTINGS);
const read = (given: Record<string, string>) => tracingOf(Settings.parse(given));
const OTLP = { OTEL_EXPORTER_OTLP_ENDPOINT: "https://collector.example.com:4318/otlp" };

test("traces are made where a collector is named, of every event unless told otherwise", () => {
  expect(read({})).toBeNull();
  expect(read(OTLP)).toEqual({ endpoint: OTLP.OTEL_EXPORTER_OTLP_ENDPOINT, headers: {}, ratio: 1 });
  const more = { OTEL_EXPORTER_OTLP_HEADERS: "api-key=a%20b,x=", OTEL_TRACES_SAMPLER_ARG: "0.1" };
  expect(read({ ...OTLP, ...more })).toMatchObject({ headers: { "api-key": "a b", x: "" }, ratio: 0.1 });
});

test.each([
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/?x=1"],
  ["OTEL_EXPORTER_OTLP_HEADERS", "no pair"],
  ["OTEL_TRACES_SAMPLER_ARG", "2"],
  ["OTEL_TRACES_SAMPLER_ARG", "half"],
])("%s is not %s", (name, value) => {
  expect(Settings.safeParse({ [name]: value }).success).toBe(false);
});

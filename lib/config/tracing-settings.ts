import { z } from "zod";
import { must } from "./setting-kinds.ts";

/** Names and values parted by `=`, pairs by commas. Source: OpenTelemetry, OTLP exporter, specifying headers. */
const PAIRS = /^[\w-]+=[^,=\s]*(?:,[\w-]+=[^,=\s]*)*$/;

/** Where traces go; the names are OpenTelemetry's. */
export const TRACING_SETTINGS = {
  OTEL_EXPORTER_OTLP_ENDPOINT: must(
    "an http or https address of a collector, like http://127.0.0.1:4318",
    (value) => /^https?:\/\/[^/\s?#]+(?:\/[^\s?#]*)?$/.test(value),
  ).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: must("headers like name=value, parted by commas, percent-encoded", (value) =>
    PAIRS.test(value),
  ).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number({ error: "must be a part from 0 to 1, like 0.1" })
    .min(0, "must be a part from 0 to 1, like 0.1")
    .max(1, "must be a part from 0 to 1, like 0.1")
    .default(1),
};

export interface TracingSettings {
  /** Of the collector; traces go to `/v1/traces` below it. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
  /** The part of all events whose traces are sent. */
  ratio: number;
}

/** The settings of traces; null when there are to be none. Pure. */
export function tracingOf(given: {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
  OTEL_TRACES_SAMPLER_ARG: number;
}): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: pairs } = given;
  if (endpoint === undefined) return null;
  const headers = (pairs?.split(",") ?? []).map((pair) => pair.split("=") as [string, string]); // two parts each, by `PAIRS`
  return {
    endpoint,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, decoded(value)])),
    ratio: given.OTEL_TRACES_SAMPLER_ARG,
  };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

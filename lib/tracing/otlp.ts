// Loaded only where the settings want traces: nobody else pays for it in memory or at the start.
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace, TraceFlags } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  type IdGenerator,
  RandomIdGenerator,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { TracingSettings } from "#lib/config/tracing-settings.ts";
import { AppError } from "#lib/errors.ts";
import { arrivalSpanIdOf, traceIdOf } from "./ids.ts";
import type { SpanOrder, TracedArrival, TracedEvent, Tracing } from "./tracing.ts";

/** Spans that wait for the collector; what is more is thrown away, since events matter and traces do not. */
const QUEUE_MAX = 8_192;
const BATCH_MAX = 512;
const SEND_EVERY_MS = 1_000;
const SEND_MS_MAX = 5_000;
/** A stop waits so long for the collector. */
const STOP_MS = 1_000;
/** Other events that a span names. */
const LINKS_MAX = 20;

const KINDS = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const satisfies Record<SpanOrder["kind"], SpanKind>;

/** Gives the ids that were said for the next span, and chance's for every other. */
class GivenIds implements IdGenerator {
  next: { traceId: string; spanId: string } | null = null;
  readonly #chance = new RandomIdGenerator();

  generateTraceId(): string {
    return this.next?.traceId ?? this.#chance.generateTraceId();
  }

  generateSpanId(): string {
    return this.next?.spanId ?? this.#chance.generateSpanId();
  }
}

/**
 * Makes traces and sends them by OTLP over HTTP. It registers nothing with OpenTelemetry's own globals, so that no library
 * adds spans of its own.
 * @param told Hears of each try to send some: the failure, or null.
 */
export function makeTracing(
  { endpoint, headers, ratio }: TracingSettings,
  { version, told }: { version: string; told: (failure: Error | null) => void },
): Tracing {
  const ids = new GivenIds();
  const url = `${endpoint.replace(/\/$/, "")}/v1/traces`;
  const provider = new TracerProvider({
    idGenerator: ids,
    // By the trace's id alone, so that every process decides alike of an event.
    sampler: new TraceIdRatioBasedSampler(ratio),
    resource: resourceFromAttributes({ "service.name": "webhook-keeper", "service.version": version }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: telling(new OTLPTraceExporter({ url, headers, timeoutMillis: SEND_MS_MAX }), told),
        maxQueueSize: QUEUE_MAX,
        maxExportBatchSize: BATCH_MAX,
        scheduledDelayMillis: SEND_EVERY_MS,
        exportTimeoutMillis: SEND_MS_MAX,
      }),
    ],
  });
  const tracer = provider.getTracer("webhook-keeper");
  const active = new AsyncLocalStorage<Span>();

  /** A place in an event's trace that another process may have written. */
  const contextOf = (event: TracedEvent) => ({
    traceId: traceIdOf(event),
    spanId: arrivalSpanIdOf(event),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  });
  const under = (span: Span | undefined) => (span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT);

  function start({ name, kind, attributes = {}, about: [first, ...others] = [] }: SpanOrder): Span {
    const outer = active.getStore();
    // What is about an event is in that event's trace; the job that does it has one of its own.
    const links = [
      ...(first && outer ? [outer.spanContext()] : []),
      ...others.slice(0, LINKS_MAX).map(contextOf),
    ];
    return tracer.startSpan(
      name,
      { kind: KINDS[kind], attributes: { ...attributes }, links: links.map((context) => ({ context })) },
      first ? trace.setSpanContext(ROOT_CONTEXT, contextOf(first)) : under(outer),
    );
  }

  function arrived({ event, commitBeganAt, committedAt, attributes, together }: TracedArrival): void {
    ids.next = { traceId: traceIdOf(event), spanId: arrivalSpanIdOf(event) };
    const arrival = tracer.startSpan(
      "delivery",
      { kind: SpanKind.SERVER, root: true, startTime: event.firstArrivedAt, attributes: { ...attributes } },
      ROOT_CONTEXT,
    );
    ids.next = null;
    tracer
      .startSpan(
        "commit",
        { startTime: commitBeganAt, attributes: { "webhook_keeper.deliveries": together } },
        under(arrival),
      )
      .end(committedAt);
    arrival.end(committedAt);
  }

  return {
    arrived,
    async span(order, work) {
      const span = start(order);
      try {
        return await active.run(span, work);
      } catch (error) {
        // What an error says may name addresses; its code does not.
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof AppError ? error.code : "failed",
        });
        throw error;
      } finally {
        span.end();
      }
    },
    note: (attributes) => void active.getStore()?.setAttributes({ ...attributes }),
    traceparent: () => {
      const context = active.getStore()?.spanContext();
      // Source: W3C Trace Context, 3.2.
      return context ? `00-${context.traceId}-${context.spanId}-0${context.traceFlags}` : null;
    },
    stop: () =>
      Promise.race([provider.shutdown().catch(() => undefined), wait(STOP_MS, undefined, { ref: false })]),
  };
}

/** An exporter that tells how its tries end. */
function telling(exporter: SpanExporter, told: (failure: Error | null) => void): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        told(result.error ?? null);
        done(result);
      }),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}

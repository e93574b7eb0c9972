import { processWide } from "#lib/process-wide.ts";

/** What an event's trace follows from: nothing else is needed to go on with it, in whichever process. */
export interface TracedEvent {
  storeHash: string;
  /** As it came; see `hashOfKey`. */
  hash: string;
  firstArrivedAt: Date;
}

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A stretch of work that a trace shows. */
export interface SpanOrder {
  /** One of few: what differs from time to time is an attribute. */
  name: string;
  kind: "internal" | "client" | "producer" | "consumer";
  attributes?: Attributes;
  /** The events that it is about: it belongs to the first one's trace, with links to the others'. */
  about?: readonly TracedEvent[];
}

/** A delivery that was committed. Times are of the wall. */
export interface TracedArrival {
  event: TracedEvent;
  commitBeganAt: Date;
  committedAt: Date;
  attributes: Attributes;
  /** Deliveries that shared the commit. */
  together: number;
}

/** What makes traces; there only where the settings want them. */
export interface Tracing {
  span<Result>(order: SpanOrder, work: () => Promise<Result>): Promise<Result>;
  /** Adds to the span in which this is called. */
  note(attributes: Attributes): void;
  /** The header that has a receiver go on with the trace in which this is called; null outside of one. */
  traceparent(): string | null;
  arrived(arrival: TracedArrival): void;
  /** Sends what is left and ends. Never throws. */
  stop(): Promise<void>;
}

const slot = processWide("tracing", (): { current?: Tracing } => ({}));

/** What makes traces in this process; undefined where nobody wants them. */
export const tracing = (): Tracing | undefined => slot.current;

/** Makes traces from now on, or no longer. */
export function setTracing(made: Tracing | undefined): void {
  if (made) slot.current = made;
  else delete slot.current;
}

/** Does work as a span of a trace where traces are made; else it does the work. @param order Made only then. */
export function traced<Result>(order: () => SpanOrder, work: () => Promise<Result>): Promise<Result> {
  const { current } = slot;
  return current ? current.span(order(), work) : work();
}

/** Sends what is left of the traces and makes no more. Repeatable; never throws. */
export async function stopTracing(): Promise<void> {
  const { current } = slot;
  setTracing(undefined);
  await current?.stop();
}

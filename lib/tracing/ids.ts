import { createHash } from "node:crypto";
import type { TracedEvent } from "./tracing.ts";

/** Source: W3C Trace Context, 3.2.2: 16 and 8 bytes, in hexadecimal. */
const TRACE_DIGITS = 32;
const SPAN_DIGITS = 16;

const digest = (...parts: string[]) => createHash("sha256").update(parts.join("\0")).digest("hex");

/** The trace of an event, the same wherever it is asked for. Pure. */
export const traceIdOf = ({ storeHash, hash }: Pick<TracedEvent, "storeHash" | "hash">): string =>
  digest(storeHash, hash).slice(0, TRACE_DIGITS);

/** The span of the delivery that brought an event first; one for each delivery of it. Pure. */
export const arrivalSpanIdOf = ({ storeHash, hash, firstArrivedAt }: TracedEvent): string =>
  digest(storeHash, hash, String(firstArrivedAt.getTime())).slice(0, SPAN_DIGITS);

import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { metrics } from "#lib/metrics/metrics.ts";
import { processWide } from "#lib/process-wide.ts";

/** Header names that are kept of one refused request, and their length. */
const NAMES_MAX = 40;
const NAME_LENGTH_MAX = 60;
const VALUE_LENGTH_MAX = 120;
/** Headers whose values give nothing away and help to find out who sent it and what is wrong. */
const HARMLESS_HEADERS = ["content-type", "content-length", "user-agent", "webhook-timestamp"] as const;

/** A refused request as far as it may be remembered: no body, no secret, no signature. */
export interface RefusedRequest {
  headers: string[];
  values: Record<string, string>;
  /** Bytes of its body; null when it was not read to its end. */
  bytes: number | null;
}

/** How often something was refused since the counts were last taken, and the last of it. */
export interface RejectionCount {
  /** A store of ours; empty when the request names none. */
  storeHash: string;
  reason: RejectionReason;
  count: number;
  firstAt: Date;
  lastAt: Date;
  last: RefusedRequest;
}

/** Stands for every store that we do not know: names that a sender makes up must not fill the memory. */
export const UNKNOWN_STORE = "";

/**
 * Counts refusals in memory, by reason and store. There are never more counts than known stores times reasons.
 * The writer takes them, and puts them back when the write failed.
 */
export class Rejections {
  #counts = new Map<string, RejectionCount>();

  /** @param storeHash A store that is known, or {@link UNKNOWN_STORE}. */
  add(storeHash: string, reason: RejectionReason, last: RefusedRequest, now: Date): void {
    metrics().refused.inc({ reason });
    this.#merge({ storeHash, reason, count: 1, firstAt: now, lastAt: now, last });
  }

  /** All counts; they begin again at nothing. */
  take(): RejectionCount[] {
    const taken = [...this.#counts.values()];
    this.#counts = new Map();
    return taken;
  }

  /** Adds counts that were taken and could not be written. */
  putBack(counts: readonly RejectionCount[]): void {
    for (const count of counts) this.#merge(count);
  }

  #merge(more: RejectionCount): void {
    const key = `${more.reason} ${more.storeHash}`;
    const known = this.#counts.get(key);
    if (!known) {
      this.#counts.set(key, { ...more });
      return;
    }
    known.count += more.count;
    if (more.firstAt < known.firstAt) known.firstAt = more.firstAt;
    if (more.lastAt < known.lastAt) return;
    known.lastAt = more.lastAt;
    known.last = more.last;
  }
}

/** What may be remembered of a request: names of headers, a few harmless values, cut to a length. Pure. */
export function refusedRequest(
  headers: Readonly<Record<string, string | undefined>>,
  bytes: number | null,
): RefusedRequest {
  const names = Object.keys(headers).slice(0, NAMES_MAX);
  const values: Record<string, string> = {};
  for (const name of HARMLESS_HEADERS) {
    const value = headers[name];
    if (value !== undefined) values[name] = clean(value, VALUE_LENGTH_MAX);
  }
  return { headers: names.map((name) => clean(name, NAME_LENGTH_MAX)), values, bytes };
}

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair, and a cut may leave one. */
function clean(text: string, lengthMax: number): string {
  return text.slice(0, lengthMax).toWellFormed().replaceAll("\0", "\uFFFD");
}

/** The counts of this process. */
export const rejections = (): Rejections => processWide("rejections", () => new Rejections());

import { setTimeout as wait } from "node:timers/promises";
import { config } from "#lib/config/config.ts";
import { log } from "#lib/log/log.ts";
import { statusLabel } from "#lib/metrics/bigcommerce.ts";
import { metrics } from "#lib/metrics/metrics.ts";
import { parseStorable } from "#lib/storable-text.ts";
import {
  Conflict,
  Forbidden,
  NotFound,
  OddAnswer,
  RateLimited,
  Refused,
  ServerFault,
  TimedOut,
  Unauthorized,
  Unreachable,
} from "./errors.ts";
import { NoAnswer, Oddities, type Read } from "./fields.ts";
import { paceOfStore, type StorePace } from "./paces.ts";
import { traced, tracing } from "#lib/tracing/tracing.ts";
import { namedWaitMs, type Patience, QUIET_REFUSAL_MS, waitBeforeRetryMs } from "./retry.ts";

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One store's API under one token. */
export interface StoreApi {
  /**
   * Makes one call and returns the answer as `read` reads it; what it finds odd is named in the log. Text in it can be
   * stored: what PostgreSQL does not take is replaced.
   * @param path Below `/stores/{hash}`, such as `/v3/hooks`; holds no secrets, since it is logged.
   * @throws {Unauthorized | Forbidden | NotFound | Conflict | Refused | RateLimited | ServerFault | OddAnswer | TimedOut | Unreachable}
   * and the reason of `patience.signal` once that has fired.
   */
  call<T>(method: Method, path: string, read: Read<T>, body?: unknown): Promise<T>;
  /** The same API for one call, telling the status of each answer; null while there is none. */
  hearing(hear: (status: number | null) => void): StoreApi;
}

/** The outer world of the client; a test brings its own. */
export interface Network {
  fetch: typeof fetch;
  wait(ms: number, signal: AbortSignal | undefined): Promise<unknown>;
  /** A number from 0 to 1. */
  chance(): number;
  /** Milliseconds of a clock that never goes back. */
  nowMs(): number;
  paceOf(storeHash: string, nowMs: number): StorePace;
}

const NETWORK: Network = {
  fetch: (...given) => fetch(...given),
  wait: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}),
  chance: Math.random,
  nowMs: () => performance.now(),
  paceOf: paceOfStore,
};

/**
 * The API of a store. Every call is bounded by `patience`; 429 and passing faults are tried again as `retry.ts` says.
 * Calls keep the store's pace (`pace.ts`) as far as patience allows: one that cannot wait is sent all the same. Neither tokens nor bodies are logged. Source of the address and headers: BigCommerce docs, About the APIs.
 */
export function storeApi(
  store: { hash: string; accessToken: string },
  patience: Patience,
  network: Network = NETWORK,
  hear: (status: number | null) => void = () => undefined,
): StoreApi {
  const pace = network.paceOf(store.hash, network.nowMs());
  return {
    hearing: (other) => storeApi(store, patience, network, other),
    async call(method, path, read, body) {
      let waitedMs = 0;
      for (let tries = 0; ; tries += 1) {
        waitedMs += await keepPace(patience.waitMsMax - waitedMs);
        hear(null);
        const { status, headers, text } = await exchange(method, path, body);
        hear(status);
        const attempt = { method, status, headers, tries, waitedMs, chance: network.chance() };
        const waitMs = waitBeforeRetryMs(attempt, patience.waitMsMax, patience.faultRetriesMax);
        if (waitMs === null)
          return readAnswer({ store: store.hash, method, path }, { status, headers, text }, read);
        log.info({ store: store.hash, method, path, status, waitMs }, "BigCommerce asked to wait");
        await network.wait(waitMs, patience.signal);
        waitedMs += waitMs;
      }
    },
  };

  /** Waits until the pace has room for a call, unless that takes longer than `waitMsMax`. @returns how long it was. */
  async function keepPace(waitMsMax: number): Promise<number> {
    let waitedMs = 0;
    for (;;) {
      const waitMs = pace.waitMs(network.nowMs());
      if (waitMs === 0 || waitedMs + waitMs > waitMsMax) return waitedMs;
      await network.wait(waitMs, patience.signal);
      waitedMs += waitMs;
    }
  }

  async function exchange(method: Method, path: string, body: unknown): Promise<Answer> {
    const sentAtMs = network.nowMs();
    pace.called(sentAtMs);
    let answer: Answer;
    try {
      answer = await traced(
        () => ({ name: `BigCommerce ${method}`, kind: "client", attributes: { "url.path": path } }),
        () => send(method, path, body),
      );
    } catch (error) {
      pace.missed();
      if (!patience.signal?.aborted)
        metrics().bigcommerceCalls.inc({ status: error instanceof TimedOut ? "timed_out" : "unreachable" });
      throw error;
    }
    const { status, headers } = answer;
    metrics().bigcommerceCalls.inc({ status: statusLabel(status) });
    const refusedForMs = status === 429 ? namedWaitMs(headers) : null;
    pace.heard({ headers, refusedForMs, sentAtMs }, network.nowMs());
    return answer;
  }

  async function send(method: Method, path: string, body: unknown): Promise<Answer> {
    const { bigcommerce, appUrl } = config();
    try {
      const response = await network.fetch(`${bigcommerce.apiUrl}/stores/${store.hash}${path}`, {
        method,
        headers: {
          "X-Auth-Token": store.accessToken,
          Accept: "application/json",
          "User-Agent": `Webhook Keeper (+${appUrl})`,
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // A redirect to another host would take the token along.
        redirect: "manual",
        cache: "no-store",
        signal: AbortSignal.any([
          AbortSignal.timeout(patience.timeoutMs),
          ...(patience.signal ? [patience.signal] : []),
        ]),
      });
      const { status, headers } = response;
      tracing()?.note({ "http.response.status_code": status });
      return { status, headers, text: await response.text() };
    } catch (cause) {
      // A process that stops is no failure of BigCommerce, and must not be written down as one.
      if (patience.signal?.aborted) throw cause;
      if (cause instanceof DOMException && cause.name === "TimeoutError") {
        throw new TimedOut(`${method} ${path}: no answer within ${patience.timeoutMs} ms`, { cause });
      }
      throw new Unreachable(`${method} ${path}: no connection`, { cause });
    }
  }
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

interface Called {
  store: string;
  method: Method;
  path: string;
}

function readAnswer<T>(called: Called, answer: Answer, read: Read<T>): T {
  const { status, headers, text } = answer;
  const call = `${called.method} ${called.path}`;
  if (status >= 200 && status < 300) {
    const odd = new Oddities();
    try {
      return read(parseJson(text, odd), odd);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      throw new OddAnswer(`${call}: ${status} without an answer that can be read, at ${error.message}`);
    } finally {
      if (odd.count > 0)
        log.warn(
          { ...called, status, odd: odd.named, count: odd.count },
          "BigCommerce answered something odd",
        );
    }
  }
  const message = `${call}: ${status}`;
  if (status === 401) throw new Unauthorized(message);
  if (status === 403) throw new Forbidden(message);
  if (status === 404) throw new NotFound(message);
  if (status === 409 || status === 422) throw new Conflict(message);
  if (status === 429) throw new RateLimited(message, namedWaitMs(headers) ?? QUIET_REFUSAL_MS);
  if (status >= 400 && status < 500) throw new Refused(message);
  if (status < 400) throw new OddAnswer(message);
  throw new ServerFault(message, status);
}

/** The value of a JSON text; undefined when it is none, as an empty 204 is. */
function parseJson(text: string, odd: Oddities): unknown {
  try {
    return parseStorable(text, () => odd.note("somewhere, with NUL or half a character", text));
  } catch {
    return undefined;
  }
}

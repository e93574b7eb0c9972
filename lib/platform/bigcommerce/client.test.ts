import { logged } from "#tests/support/captured-log.ts";
import { describe, expect, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { AppError } from "#lib/errors.ts";
import { type Network, storeApi } from "./client.ts";
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
import { asText, Fields, type Oddities } from "./fields.ts";
import { StorePace } from "./paces.ts";

const store = { hash: "abc123", accessToken: "a-token" };
const patience = { timeoutMs: 50, waitMsMax: 10_000 };
const readData = (given: unknown, odd: Oddities) => ({
  data: Fields.ofAnswer(given, odd).need("data", asText),
});

/** A network that gives these answers in turn, and writes down what was asked and waited. */
function network(...answers: (() => Promise<Response> | Response)[]) {
  const requests: Request[] = [];
  const waits: number[] = [];
  const pace = new StorePace();
  let nowMs = 0;
  const made: Network = {
    fetch: async (input, init) => {
      requests.push(new Request(input instanceof Request ? input : String(input), init));
      const answer = answers[requests.length - 1] ?? answers.at(-1);
      if (!answer) throw new Error("no answer");
      return answer();
    },
    wait: async (ms) => {
      waits.push(ms);
      nowMs += ms;
    },
    chance: () => 1,
    nowMs: () => nowMs,
    paceOf: () => pace,
  };
  return { made, requests, waits };
}

const answer =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  () =>
    new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
const right = answer(200, { data: "well", more: "unknown keys are ignored" });

describe("storeApi", () => {
  test("names itself and the store's token, and asks for JSON", async () => {
    const { made, requests } = network(right);
    await expect(storeApi(store, patience, made).call("GET", "/v3/hooks", readData)).resolves.toEqual({
      data: "well",
    });
    const [request] = requests;
    expect(request?.url).toBe(`${config().bigcommerce.apiUrl}/stores/abc123/v3/hooks`);
    expect(request?.headers.get("X-Auth-Token")).toBe("a-token");
    expect(request?.headers.get("Accept")).toBe("application/json");
    expect(request?.headers.get("User-Agent")).toMatch(/^Webhook Keeper/);
    expect(request?.headers.has("Content-Type")).toBe(false);
    expect(request?.redirect).toBe("manual");
  });

  test("sends a body as JSON", async () => {
    const { made, requests } = network(right);
    await storeApi(store, patience, made).call("PUT", "/v3/hooks/1", readData, { is_active: true });
    expect(requests[0]?.headers.get("Content-Type")).toBe("application/json");
    await expect(requests[0]?.json()).resolves.toEqual({ is_active: true });
  });

  test("waits as a 429 says and makes the same call again", async () => {
    const limited = answer(429, {}, { "X-Retry-After": "1", "X-Rate-Limit-Time-Reset-Ms": "4000" });
    const { made, requests, waits } = network(limited, limited, right);
    await storeApi(store, patience, made).call("POST", "/v3/hooks", readData, {
      scope: "store/order/created",
    });
    expect(waits).toEqual([4_000, 4_000]);
    expect(requests).toHaveLength(3);
  });

  test("goes slowly before the quota is spent, and once all the same when it may not wait", async () => {
    const left = (count: number) =>
      answer(
        200,
        { data: "well" },
        {
          "X-Rate-Limit-Time-Window-Ms": "30000",
          "X-Rate-Limit-Time-Reset-Ms": "9000",
          "X-Rate-Limit-Requests-Quota": "100",
          "X-Rate-Limit-Requests-Left": String(count),
        },
      );
    const { made, waits, requests } = network(left(18), left(10));
    const api = storeApi(store, patience, made);
    await api.call("GET", "/v3/hooks", readData);
    expect(waits).toEqual([]);
    await api.call("GET", "/v3/hooks", readData);
    expect(waits).toEqual([1_000]);
    await api.call("GET", "/v3/hooks", readData);
    expect(waits).toEqual([1_000, 8_000]);
    const hasty = storeApi(store, { ...patience, waitMsMax: 10 }, made);
    await hasty.call("GET", "/v3/hooks", readData);
    await hasty.call("GET", "/v3/hooks", readData);
    expect(waits).toEqual([1_000, 8_000]);
    expect(requests).toHaveLength(5);
  });

  test("gives up on a 429 beyond its patience and says when to come back", async () => {
    const { made, waits } = network(answer(429, {}, { "X-Rate-Limit-Time-Reset-Ms": "25000" }));
    const call = storeApi(store, patience, made).call("GET", "/v3/hooks", readData);
    await expect(call).rejects.toMatchObject({ name: "RateLimited", retryAfterMs: 25_000, retryable: true });
    expect(waits).toEqual([]);
  });

  test.each([
    [400, Refused],
    [401, Unauthorized],
    [403, Forbidden],
    [404, NotFound],
    [409, Conflict],
    [422, Conflict],
    [302, ServerFault],
    [500, ServerFault],
    [501, ServerFault],
    [429, RateLimited],
  ])("a %i is told apart", async (status, kind) => {
    const { made } = network(answer(status, {}));
    const call = storeApi(store, { ...patience, waitMsMax: 0 }, made).call("GET", "/v3/hooks", readData);
    await expect(call).rejects.toBeInstanceOf(kind);
  });

  test("a POST that met a server fault is not repeated: it may have been carried out", async () => {
    const { made, requests } = network(answer(500), right);
    const call = storeApi(store, patience, made).call("POST", "/v3/hooks", readData, {});
    await expect(call).rejects.toBeInstanceOf(ServerFault);
    expect(requests).toHaveLength(1);
  });

  test("what is odd in an answer is named in the log and not quoted, and the rest of it counts", async () => {
    const { made } = network(answer(200, { data: 5, secret: "hidden-value" }));
    logged.length = 0;
    const call = storeApi(store, patience, made).call("GET", "/v3/hooks", readData);
    await expect(call).resolves.toEqual({ data: null });
    expect(logged.join()).toMatch(/"path":"\/v3\/hooks".*"odd":\["data: a number"\],"count":1/);
    expect(logged.join()).not.toContain("hidden-value");
  });

  test.each([
    ["HTML", "<html>busy</html>"],
    ["nothing", ""],
    ["a text that is cut", '{"data":"we'],
    ["a list", "[]"],
  ])("%s in place of an answer is an odd answer that may pass", async (_, text) => {
    const { made } = network(() => new Response(text, { headers: { "Content-Type": "text/html" } }));
    const call = storeApi(store, patience, made).call("GET", "/v3/hooks", readData);
    await expect(call).rejects.toMatchObject({ code: "BIGCOMMERCE_UNREADABLE", retryable: true });
    await expect(call).rejects.toBeInstanceOf(OddAnswer);
  });

  test("text that cannot be stored is replaced where it is read", async () => {
    const { made } = network(() => new Response(String.raw`{"data":"half \ud83c, NUL \u0000"}`));
    await expect(storeApi(store, patience, made).call("GET", "/v2/store", readData)).resolves.toEqual({
      data: "half \uFFFD, NUL \uFFFD",
    });
  });

  test("an empty answer to a removal is fine", async () => {
    const { made } = network(answer(204));
    await expect(storeApi(store, patience, made).call("DELETE", "/v3/hooks/1", () => "gone")).resolves.toBe(
      "gone",
    );
  });

  test("silence ends after the timeout, and no connection is told apart from it", async () => {
    const hung = network(() => Promise.reject(new DOMException("too slow", "TimeoutError")));
    await expect(
      storeApi(store, patience, hung.made).call("GET", "/v3/hooks", readData),
    ).rejects.toBeInstanceOf(TimedOut);
    const gone = network(() => Promise.reject(new TypeError("fetch failed")));
    await expect(
      storeApi(store, patience, gone.made).call("GET", "/v3/hooks", readData),
    ).rejects.toBeInstanceOf(Unreachable);
  });

  test("a process that stops ends the call with its own reason, which is no failure of BigCommerce", async () => {
    const stop = new AbortController();
    const { made } = network(() => {
      stop.abort(new Error("stopping"));
      throw new DOMException("aborted", "AbortError");
    });
    const error: unknown = await storeApi(store, { ...patience, signal: stop.signal }, made)
      .call("GET", "/v3/hooks", readData)
      .catch((thrown: unknown) => thrown);
    expect(error).not.toBeInstanceOf(AppError);
  });

  test("no error carries the token or the body of the answer", async () => {
    for (const status of [400, 401, 403, 404, 409, 422, 429, 500]) {
      const { made } = network(answer(status, { title: "hidden-value" }));
      const call = storeApi(store, { ...patience, waitMsMax: 0 }, made).call("GET", "/v3/hooks", readData);
      const error: unknown = await call.catch((thrown: unknown) => thrown);
      expect(JSON.stringify(error) + String(error)).not.toMatch(/hidden-value|a-token/);
    }
  });
});

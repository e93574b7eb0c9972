import { useCallback, useEffect, useMemo, useState } from "react";
import type { TestNews } from "#lib/contract/test-events.ts";
import { apiPath } from "#lib/client/paths.ts";
import { ApiProblem, openStream, UNREACHABLE } from "#lib/client/fetcher/request.ts";
import { streamReader } from "#lib/client/live/sse.ts";
import { testProgress } from "./test-progress.ts";

/** Sends a test event as soon as it is used, tells how far it is, and sends another when asked. Leaving ends it. */
export function useTestEvent(store: string, scope: string) {
  const [round, setRound] = useState(0);
  const [news, setNews] = useState<readonly TestNews[]>([]);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    const left = new AbortController();
    const follow = async () => {
      try {
        for await (const one of testNews(store, scope, left.signal)) setNews((before) => [...before, one]);
      } catch (problem) {
        if (!left.signal.aborted) setError(problem);
      }
    };
    void follow();
    return () => left.abort();
  }, [round, scope, store]);

  const again = useCallback(() => {
    setNews([]);
    setError(null);
    setRound((before) => before + 1);
  }, []);
  const progress = useMemo(() => testProgress(news), [news]);
  return { progress, error, again };
}

/** @throws {ApiProblem} when the server refuses, or breaks off before the test is over. */
async function* testNews(store: string, scope: string, signal: AbortSignal): AsyncGenerator<TestNews> {
  const response = await openStream(apiPath(store, "test-events"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ scope }),
    signal,
  });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const read = streamReader();
  const all: TestNews[] = [];
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    for (const { event, data } of read(decoder.decode(part.value, { stream: true }))) {
      if (event !== "news") continue;
      const one = JSON.parse(data) as TestNews; // the route wrote it in the contract's shape
      all.push(one);
      yield one;
    }
  }
  if (testProgress(all).isOver || signal.aborted) return;
  throw new ApiProblem({ title: "Broken off", status: 0, code: UNREACHABLE, detail: "" });
}

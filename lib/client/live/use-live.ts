import { useEffect, useRef, useState } from "react";
import type { EventView } from "#lib/contract/events.ts";
import { followEvents, newMemory, type LineState } from "./live-stream.ts";
import { apiPath } from "#lib/client/paths.ts";
import { openStream } from "#lib/client/fetcher/request.ts";

/** How often to ask when the stream does not come about, in milliseconds. */
const POLL_MS = 5_000;

/** One new event and its place in the order of arrival, or that more came than is told. */
export type News = { event: EventView; position: string } | "gap";

/**
 * Hears of a store's new events, or of other news that a stream tells, while `isOn` and the page is visible.
 * @param onNews Called with each new event, and without one whenever some may have been missed: when more came than is told, after a
 * hidden page returns, every five seconds while the stream does not come about, and when it is switched on again.
 * @param route Where the stream is, under the store's API.
 * @returns how the line is; "connecting" while it is off.
 */
export function useLive(
  store: string,
  isOn: boolean,
  onNews: (news?: News) => void,
  route = "events/stream",
): LineState {
  const [state, setState] = useState<LineState>("connecting");
  const latestOnNews = useRef(onNews);
  useEffect(() => {
    latestOnNews.current = onNews;
  });

  const wasOn = useRef(false);
  useEffect(() => {
    if (!isOn) return;
    // Nobody listened while it was off.
    if (wasOn.current) latestOnNews.current();
    wasOn.current = true;
    const memory = newMemory();
    let connection: AbortController | null = null;

    const follow = () => {
      const { signal } = (connection = new AbortController());
      followEvents({
        open: (lastId, either) =>
          openStream(apiPath(store, route), {
            headers: { Accept: "text/event-stream", ...(lastId !== null && { "Last-Event-ID": lastId }) },
            signal: either,
          }),
        onEvent: (event, position) => latestOnNews.current({ event, position }),
        onGap: () => latestOnNews.current("gap"),
        onState: setState,
        wait: pause,
        memory,
        signal,
        // Refused for good: the frame around the page hears of every refusal and tells why.
      }).catch(() => setState("reconnecting"));
    };
    const onVisibility = () => {
      connection?.abort();
      if (document.visibilityState === "hidden") return;
      latestOnNews.current();
      follow();
    };

    if (document.visibilityState !== "hidden") follow();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      connection?.abort();
      setState("connecting");
    };
  }, [isOn, route, store]);

  useEffect(() => {
    if (state !== "polling") return;
    const timer = setInterval(() => {
      if (document.visibilityState !== "hidden") latestOnNews.current();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [state]);

  return state;
}

/** Waits that long, or until `signal` aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
  });
}

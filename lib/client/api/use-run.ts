import { useCallback } from "react";
import useSWR from "swr";
import type { NewRun, RunAnswer, RunView } from "#lib/contract/runs.ts";
import { runsKey } from "#lib/client/fetcher/keys.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** How often the open screen asks for a run that somebody else may have started, in milliseconds. */
const REFRESH_MS = 30_000;
/** How often while one is under way. */
const UNDER_WAY_REFRESH_MS = 1_000;

/** Whether something of a run is still to be done. */
export const isUnderWay = (run: RunView | null): boolean => run !== null && run.endedAt === null;

/** The run of a store that is under way, or what came of the last one; and what can be done with it. */
export function useRun(store: string) {
  const { data, mutate } = useSWR(runsKey(store), (url: string) => getJson<RunAnswer>(url), {
    refreshInterval: (answer) => (isUnderWay(answer?.run ?? null) ? UNDER_WAY_REFRESH_MS : REFRESH_MS),
  });

  const send = useCallback(
    async (method: "POST" | "DELETE", route: string, body: unknown): Promise<void> => {
      try {
        const answer = await sendJson<RunAnswer>(method, apiPath(store, `subscriptions/runs${route}`), body);
        await mutate(answer, { revalidate: false });
      } catch (error) {
        // What stands in the way, such as somebody else's run, is worth seeing.
        void mutate();
        throw error;
      }
    },
    [mutate, store],
  );

  /** @throws {ApiProblem} when another run of the store is under way. */
  const start = useCallback((run: NewRun) => send("POST", "", run), [send]);
  /** Leaves what waits as it is. @throws {ApiProblem} */
  const cancel = useCallback((id: string) => send("POST", `/${id}/cancel`, {}), [send]);
  /** Tries these again, or everything that was refused. @throws {ApiProblem} */
  const retry = useCallback(
    (id: string, scopes?: string[]) => send("POST", `/${id}/retry`, { scopes }),
    [send],
  );
  /** Takes a run that is over off the screen. @throws {ApiProblem} */
  const putAway = useCallback((id: string) => send("DELETE", `/${id}`, {}), [send]);

  return {
    run: data?.run ?? null,
    isWorkerThere: data?.isWorkerThere ?? true,
    start,
    cancel,
    retry,
    putAway,
  };
}

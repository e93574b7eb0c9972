import { useCallback, useMemo } from "react";
import useSWR, { useSWRConfig } from "swr";
import type {
  DeliveriesChanged,
  DeliveryPage,
  DeliverySelection,
  DestinationAnswer,
  DestinationChange,
  DestinationInput,
  DestinationList,
  DestinationMade,
  DestinationTest,
  DestinationView,
  SecretRenewed,
} from "#lib/contract/destinations.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** How often an open screen asks again, in milliseconds: while something waits, and otherwise. A hidden tab never asks. */
const BUSY_REFRESH_MS = 5_000;
const CALM_REFRESH_MS = 10_000;

const listKey = (store: string) => apiPath(store, "destinations");
const oneRoute = (id: string) => `destinations/${encodeURIComponent(id)}`;

/** Whether something of a destination may be different in a moment. Pure. */
export const isBusy = ({ isOn, waiting, state }: DestinationView): boolean =>
  isOn && (waiting > 0 || state !== "working");

/** The store's destinations, by name. */
export function useDestinations(store: string) {
  return useSWR(listKey(store), (url: string) => getJson<DestinationList>(url), {
    refreshInterval: (list) => (list?.destinations.some(isBusy) ? BUSY_REFRESH_MS : CALM_REFRESH_MS),
  });
}

/** One destination. */
export function useDestination(store: string, id: string) {
  const key = apiPath(store, oneRoute(id));
  return useSWR(key, async (url: string) => (await getJson<DestinationAnswer>(url)).destination, {
    refreshInterval: (one) => (one && isBusy(one) ? BUSY_REFRESH_MS : CALM_REFRESH_MS),
  });
}

/** The ways to change destinations. Each of them fails with `ApiProblem`, and what is shown follows it. */
export function useDestinationWays(store: string) {
  const { mutate } = useSWRConfig();
  const follow = useCallback(async () => {
    const isOurs = (key: unknown) =>
      typeof key === "string" && (key.startsWith(listKey(store)) || key.includes(`${listKey(store)}/`));
    await mutate(isOurs);
  }, [mutate, store]);
  return useMemo(() => {
    const route = (id: string, rest = "") => apiPath(store, `${oneRoute(id)}${rest}`);
    const select = async (id: string, way: "retry" | "dismiss", selection: DeliverySelection) => {
      const url = route(id, `/deliveries/${way}`);
      const { changed } = await sendJson<DeliveriesChanged>("POST", url, selection);
      await follow();
      return changed;
    };
    return {
      /** A destination as it is now. */
      read: async (id: string): Promise<DestinationView> =>
        (await getJson<DestinationAnswer>(route(id))).destination,
      /** @param idempotencyKey Names the wish: sent again after an answer that was lost, it makes no second destination. */
      make: async (input: DestinationInput, idempotencyKey: string): Promise<DestinationMade> => {
        const made = await sendJson<DestinationMade>("POST", listKey(store), input, { idempotencyKey });
        await follow();
        return made;
      },
      change: async (id: string, change: DestinationChange): Promise<void> => {
        await sendJson<DestinationAnswer>("PATCH", route(id), change);
        await follow();
      },
      remove: async (id: string): Promise<void> => {
        await sendJson("DELETE", route(id), {});
        await mutate(listKey(store));
      },
      /** @returns the new key. */
      renew: async (id: string, overlapHours: number): Promise<string> => {
        const { secret } = await sendJson<SecretRenewed>("POST", route(id, "/secret"), { overlapHours });
        await follow();
        return secret;
      },
      test: async (id: string) => (await sendJson<DestinationTest>("POST", route(id, "/test"), {})).attempt,
      retry: (id: string, selection: DeliverySelection) => select(id, "retry", selection),
      dismiss: (id: string, selection: DeliverySelection) => select(id, "dismiss", selection),
      /** Sends what waits longest at once; nothing where nothing waits. */
      tryNow: async (id: string): Promise<void> => {
        const query = apiPath(store, `${oneRoute(id)}/deliveries`, { state: "waiting", limit: 1 });
        const { deliveries } = await getJson<DeliveryPage>(query);
        const ids = deliveries.map((delivery) => delivery.id);
        if (ids.length > 0) await select(id, "retry", { ids });
        else await follow();
      },
    };
  }, [follow, mutate, store]);
}

import { apiPath } from "#lib/client/paths.ts";

/** SWR's keys are the addresses that are read, so that one reading is shared by everybody who needs it. */
export const sessionKey = (store: string): string => apiPath(store, "session");
export const subscriptionsKey = (store: string): string => apiPath(store, "subscriptions");
export const alertsKey = (store: string): string => apiPath(store, "alerts");
export const overviewKey = (store: string): string => apiPath(store, "overview");
export const runsKey = (store: string): string => apiPath(store, "subscriptions/runs");

/** Finds the readings that say how a store's webhooks are doing: all of them change together. */
export function isStandingKey(store: string): (key: unknown) => boolean {
  const keys: readonly unknown[] = [
    subscriptionsKey(store),
    alertsKey(store),
    overviewKey(store),
    runsKey(store),
  ];
  return (key) => keys.includes(key);
}

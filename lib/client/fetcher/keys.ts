import { apiPath } from "#lib/client/paths.ts";

/** SWR's keys are the addresses that are read, so that one reading is shared by everybody who needs it. */
export const sessionKey = (store: string): string => apiPath(store, "session");
export const subscriptionsKey = (store: string): string => apiPath(store, "subscriptions");
export const runsKey = (store: string): string => apiPath(store, "subscriptions/runs");

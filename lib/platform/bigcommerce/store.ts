import type { StoreApi } from "./client.ts";
import { readProfile, type StoreProfile } from "./shapes.ts";

/**
 * Name, domain, time zone and control panel of a store.
 * @throws {Forbidden} when the store did not grant `store_v2_information_read_only`.
 */
export function readStoreProfile(api: StoreApi): Promise<StoreProfile> {
  return api.call("GET", "/v2/store", readProfile);
}

/** Asks for the time: the documented way to test a token. @throws {Unauthorized} when it is void. */
export async function checkConnection(api: StoreApi): Promise<void> {
  await api.call("GET", "/v2/time", () => null);
}

import type { ShopState } from "#simulator/shop/state.ts";

/** Someone who may use a store's control panel. `id` is BigCommerce's user id. */
export interface Person {
  id: number;
  email: string;
  locale: string;
}

/** The app as one store has it: what OAuth granted, and who may open it. */
export interface Installation {
  clientId: string;
  accessToken: string;
  scopes: string[];
  /** Ids of users, besides the owner, whom the owner let into the app. */
  userIds: number[];
}

/** A store at our BigCommerce. Plain data, so that it can be written to the state file. */
export interface SimulatedStore {
  hash: string;
  /** The number that deliveries carry as `store_id`; not the hash. */
  storeId: number;
  accountUuid: string;
  name: string;
  domain: string;
  timezone: string;
  owner: Person;
  staff: Person[];
  installation: Installation | null;
  shop: ShopState;
  /** Whether the shop makes small changes by itself. */
  isTrickling: boolean;
}

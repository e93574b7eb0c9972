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

/** Something that happened in a shop, before it is fanned out to the hooks that want it. */
export interface ShopEvent {
  scope: string;
  data: unknown;
}

/** Hands a shop's events to the delivery engine and returns their hashes, in the same order. */
export type FireEvents = (storeHash: string, events: readonly ShopEvent[]) => string[];

/** What the pages of the control panel need from the rest of the simulator. */
export interface PanelContext {
  /** All stores, in the order in which they were made. */
  stores(): SimulatedStore[];
  store(hash: string): SimulatedStore | undefined;
  /** Opens a store with an owner and one staff user; it has no app yet. */
  createStore(input: { name: string }): SimulatedStore;
  fire: FireEvents;
  /** Writes the state file soon; to be called after every change of a store. */
  save(): void;
  /** Revokes the token, deletes the hooks, calls the app's uninstall callback. */
  uninstall(storeHash: string): Promise<void>;
  /** Takes a user's right to the app away and calls the app's remove-user callback. */
  removeUser(storeHash: string, userId: number): Promise<void>;
  /** The address to frame for an install: the app's auth callback with a fresh code. */
  installUrl(storeHash: string, userId: number): string;
  /** The address to frame for a launch: the app's load callback with a fresh signed JWT. */
  launchUrl(storeHash: string, userId: number, deepLink?: string): Promise<string>;
  /** The app's name in the Apps menu, its public origin, and the OAuth scopes that an install grants. */
  app: { name: string; origin: string; scopes: readonly string[] };
}

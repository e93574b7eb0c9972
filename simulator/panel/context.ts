import type { FireEvents } from "#simulator/shop/shop-event.ts";
import type { SimulatedExtension } from "#simulator/world/extension.ts";
import type { Receiver } from "#simulator/world/receiver.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

/** What the pages of the control panel need from the rest of the simulator. */
export interface PanelContext {
  /** All stores, in the order in which they were made. */
  stores(): SimulatedStore[];
  store(hash: string): SimulatedStore | undefined;
  /** Opens a store with an owner and one staff user; it has no app yet. */
  createStore(input: { name: string }): SimulatedStore;
  /** The systems that a store's events can be passed on to. */
  receivers(storeHash: string): Receiver[];
  /** What apps added to the menus of a store's lists. */
  extensions(storeHash: string): SimulatedExtension[];
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

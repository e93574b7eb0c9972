import { removeUser, uninstall } from "./app-calls/callbacks.ts";
import { installUrl, needsConsent } from "./app-calls/grants.ts";
import { launchToken } from "./app-calls/launch-token.ts";
import { callbackUrl, type AppProfile } from "./app-calls/profile.ts";
import type { DeliveryEngine } from "./deliveries/engine.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import type { PanelContext } from "#simulator/panel/context.ts";
import type { FireEvents } from "#simulator/shop/shop-event.ts";
import type { World } from "./world/world.ts";

/** The rest of the simulator as the control panel sees it. Its calls throw RangeError for a store or user that is not there. */
export function panelContext(
  world: World,
  app: AppProfile,
  engine: DeliveryEngine,
  fire: FireEvents,
): PanelContext {
  const storeOf = (hash: string): SimulatedStore => {
    const store = world.store(hash);
    if (!store) throw new RangeError(`There is no store ${hash}`);
    return store;
  };
  const personOf = (store: SimulatedStore, userId: number) => {
    const person = world.person(store, userId);
    if (!person) throw new RangeError(`Store ${store.hash} has no user ${userId}`);
    return person;
  };
  return {
    stores: () => world.state.stores,
    store: (hash) => world.store(hash),
    createStore: (input) => world.createStore(input),
    receivers: (hash) => world.state.receivers.filter(({ storeHash }) => storeHash === hash),
    extensions: (hash) => world.state.extensions.filter(({ storeHash }) => storeHash === hash),
    fire,
    save: world.save,
    uninstall: async (hash) => {
      await uninstall(world, app, engine, storeOf(hash));
    },
    removeUser: async (hash, userId) => {
      const store = storeOf(hash);
      await removeUser(world, app, store, personOf(store, userId));
    },
    installUrl: (hash, userId) => installUrl(world, app, storeOf(hash), userId),
    launchUrl: async (hash, userId, deepLink) => {
      const store = storeOf(hash);
      // After a change of the app's scopes a launch goes through the auth callback again, with a new code.
      if (needsConsent(world, store)) return installUrl(world, app, store, userId);
      const token = await launchToken(app, store, personOf(store, userId), Date.now(), { deepLink });
      return callbackUrl(app, "load", { signed_payload_jwt: token });
    },
    app: {
      name: app.name,
      origin: app.origin,
      get scopes() {
        return world.state.settings.scopes;
      },
    },
  };
}

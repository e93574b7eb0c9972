import type { DeliveryEngine } from "#simulator/deliveries/engine.ts";
import type { Person, SimulatedStore } from "#simulator/world/store.ts";
import type { World } from "#simulator/world/world.ts";
import { launchToken } from "./launch-token.ts";
import { callbackUrl, type AppProfile } from "./profile.ts";

/** Milliseconds that the app has to answer a call from the platform's servers. */
const CALLBACK_TIMEOUT_MS = 10_000;

/** What the app answered; `status` is null when no answer came. Whatever it is, BigCommerce goes on. */
export interface CallbackAnswer {
  status: number | null;
  error: string | null;
}

/**
 * Removes the app from a store: ends the token, deletes the client's hooks and menu entries, calls the app. Safe to repeat.
 * Source: BigCommerce docs, Single-click app callbacks, and Webhooks overview for the hooks.
 */
export async function uninstall(
  world: World,
  app: AppProfile,
  engine: DeliveryEngine,
  store: SimulatedStore,
): Promise<CallbackAnswer> {
  if (world.state.settings.uninstalledEvent === "before") {
    engine.fire(store.hash, [{ scope: "store/app/uninstalled", data: { type: "store" } }]);
    await engine.settled();
  }
  store.installation = null;
  world.state.hooks = world.state.hooks.filter(
    (hook) => hook.store_hash !== store.hash || hook.client_id !== app.clientId,
  );
  world.state.extensions = world.state.extensions.filter(
    ({ storeHash, clientId }) => storeHash !== store.hash || clientId !== app.clientId,
  );
  world.save();
  engine.wake();
  return callFromServer(app, "uninstall", store, store.owner);
}

/** Takes a user's right to the app away and tells the app. The owner's cannot be taken. Safe to repeat. */
export async function removeUser(
  world: World,
  app: AppProfile,
  store: SimulatedStore,
  user: Person,
): Promise<CallbackAnswer> {
  if (store.installation)
    store.installation.userIds = store.installation.userIds.filter((id) => id !== user.id);
  world.save();
  return callFromServer(app, "removeUser", store, user);
}

async function callFromServer(
  app: AppProfile,
  callback: "uninstall" | "removeUser",
  store: SimulatedStore,
  user: Person,
): Promise<CallbackAnswer> {
  const token = await launchToken(app, store, user, Date.now());
  try {
    const response = await fetch(callbackUrl(app, callback, { signed_payload_jwt: token }), {
      redirect: "manual",
      signal: AbortSignal.timeout(CALLBACK_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return { status: response.status, error: null };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) };
  }
}

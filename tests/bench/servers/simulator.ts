// A BigCommerce with `STORES` stores that have the app; with `HOOKS` they have its webhooks, too.
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { receiverUrlOf } from "#lib/features/receiver/addresses.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { makeHook } from "#simulator/api/hook-routes.ts";
import { startSimulator } from "#simulator/server.ts";
import { benchStore } from "#tests/bench/many-stores.ts";

const { PORT, STORES, HOOKS, APP_ORIGIN = "http://localhost:3000", CLIENT_SECRET = "bench" } = process.env;
const { CLIENT_ID: clientId = "bench" } = process.env;

const { world } = await startSimulator({
  port: Number(PORT),
  app: { name: "Webhook Keeper", clientId, clientSecret: CLIENT_SECRET, origin: APP_ORIGIN },
});
const { scopes } = world.state.settings;
// One shop is enough for all: nobody buys anything here, and ten thousand would not find room.
const template = world.createStore({ hash: "template" });
world.state.stores = Array.from({ length: Number(STORES) }, (_, index) => {
  const { hash, accessToken, webhookSecret } = benchStore(index);
  for (const scope of HOOKS ? STARTER_SCOPES : [])
    makeHook(world, {
      store_hash: hash,
      client_id: clientId,
      scope,
      destination: receiverUrlOf(APP_ORIGIN, hash),
      headers: { [SECRET_HEADER]: webhookSecret },
    });
  const installation = { clientId, accessToken, scopes: [...scopes], userIds: [] };
  return { ...template, hash, name: hash, domain: `${hash}.example.com`, installation };
});
process.send?.({ type: "ready" });
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(0));

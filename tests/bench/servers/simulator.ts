// A BigCommerce with `STORES` stores that have the app, each with a token that its hash tells.
import { startSimulator } from "#simulator/server.ts";

const simulator = await startSimulator({
  port: Number(process.env.PORT),
  app: { name: "Webhook Keeper", clientId: "bench", clientSecret: "bench", origin: "http://localhost:3000" },
});
const { scopes } = simulator.world.state.settings;
for (let index = 0; index < Number(process.env.STORES); index++) {
  const store = simulator.world.createStore({ hash: `bench${index}` });
  store.installation = {
    clientId: "bench",
    accessToken: `token of ${store.hash}`,
    scopes: [...scopes],
    userIds: [],
  };
}
process.send?.({ type: "ready" });
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(0));

// The product's own server without its pages, for tests that need a process and no build: deliveries, health and metrics.
import { config } from "#lib/config/config.ts";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { checkHealth } from "#lib/features/health/check.ts";
import { boundedServer } from "#lib/http/bounded-server.ts";
import { answerArrival } from "#lib/features/receiver/listener.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { receiverStanding } from "#lib/features/receiver/standing.ts";
import { metricsPage } from "#lib/screens/metrics/metrics.ts";

/** As in the product. */
const DRAIN_MS = 6_000;

const { server, drain } = boundedServer({
  deliver: (request, response, storeHash) => answerArrival(request, response, storeHash, () => new Date()),
  answer: async ({ url }, response) => {
    if (url === "/api/metrics") return void response.end((await metricsPage("app")).text);
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(await checkHealth()));
  },
  upgrades: false,
});

async function stop(): Promise<void> {
  await drain(DRAIN_MS);
  await closeReceiver();
  await closeNotifications();
  await closeDatabase();
  process.exit(0);
}

process.once("SIGTERM", () => void stop());
process.on("disconnect", () => process.exit(0));
server.listen(config().port, () => process.send?.({ type: "ready" }));
void receiverStanding(new Date());

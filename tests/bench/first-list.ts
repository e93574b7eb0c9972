import type { Page } from "@playwright/test";
import { config } from "#lib/config/config.ts";
import { startSimulator, type Simulator } from "#simulator/server.ts";
import { freePort, type Lab } from "#tests/lab/lab.ts";
import { openBrowser } from "./browser.ts";
import { buildProductCopy } from "./product-copy.ts";
import { percentile, resultOf, type Result } from "./statistics.ts";

const LOADS = 40;
/** The first loads find a server that has not yet run any of it. */
const WARM_UP_LOADS = 3;

/**
 * Measures how long a merchant waits for the first rows of a store's log in the control panel: from the instant at which
 * the frame is asked for, through the launch, to the animation frame that shows them, each time in a browser that has
 * kept nothing.
 * @param storeHash A store with events in the lab's database that has not installed the app.
 */
export async function measureFirstList(lab: Lab, storeHash: string, label: string): Promise<Result[]> {
  const simulatorPort = await freePort();
  const settings = { SIMULATOR_PORT: String(simulatorPort) };
  const { origin } = await lab.start(await buildProductCopy(), settings);
  const { clientId, clientSecret } = config().bigcommerce;
  const app = {
    name: "Webhook Keeper",
    clientId,
    clientSecret,
    origin: origin.replace("127.0.0.1", "localhost"),
  };
  const simulator = await startSimulator({ port: simulatorPort, app });
  const browser = await openBrowser();
  try {
    await install(simulator, storeHash);
    const samplesMs: number[] = [];
    for (let load = 0; load < WARM_UP_LOADS + LOADS; load++) {
      const context = await browser.newContext();
      samplesMs.push(
        await firstRowsMs(await context.newPage(), `${simulator.url}/manage/${storeHash}/app/events`),
      );
      await context.close();
    }
    const counted = samplesMs.slice(WARM_UP_LOADS);
    return [0.5, 0.95].map((part) =>
      resultOf(`log.firstList.${label}.p${part * 100}`, "milliseconds", [percentile(counted, part)]),
    );
  } finally {
    await browser.close();
    await simulator.close();
  }
}

async function install({ url, world }: Simulator, storeHash: string): Promise<void> {
  world.createStore({ hash: storeHash });
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${url}/control/stores/${storeHash}/install`, {
    method: "POST",
    headers,
    body: "{}",
  });
  if (!response.ok) throw new Error(`The installation answered ${response.status}: ${await response.text()}`);
}

/** Milliseconds from the frame's navigation, whose redirects count, to its first rows. */
async function firstRowsMs(page: Page, panelUrl: string): Promise<number> {
  await page.goto(panelUrl, { waitUntil: "commit" });
  const element = await page.waitForSelector("iframe.app-frame");
  const frame = await element.contentFrame();
  if (!frame) throw new Error("The control panel shows no frame");
  const rows = await frame.waitForFunction(
    () => document.querySelector("[id^='event-']") !== null && performance.now(),
    undefined,
    { polling: "raf" },
  );
  return Number(await rows.jsonValue());
}

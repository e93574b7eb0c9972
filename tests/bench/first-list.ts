import type { Lab } from "#tests/lab/lab.ts";
import { cookieOf, openBrowser } from "./browser.ts";
import { buildProductCopy } from "./product-copy.ts";
import { openSession } from "./session.ts";
import { percentile, resultOf, type Result } from "./statistics.ts";

const LOADS = 40;
/** The first loads find a server that has not yet run any of it. */
const WARM_UP_LOADS = 3;

/**
 * Measures how long a person waits for the first rows of a store's log: from the navigation to the frame that shows them,
 * each time in a browser that has kept nothing.
 * @param storeHash A store with events in the lab's database.
 */
export async function measureFirstList(lab: Lab, storeHash: string, label: string): Promise<Result[]> {
  const { origin } = await lab.start(await buildProductCopy());
  await lab.addStore(storeHash);
  const { cookie } = await openSession(storeHash);
  const browser = await openBrowser();
  try {
    const samplesMs: number[] = [];
    for (let load = 0; load < WARM_UP_LOADS + LOADS; load++) {
      const context = await browser.newContext();
      await context.addCookies([cookieOf(origin, storeHash, cookie)]);
      const page = await context.newPage();
      await page.goto(`${origin}/s/${storeHash}/events`, { waitUntil: "commit" });
      const rows = await page.waitForFunction(
        () => document.querySelector("[id^='event-']") !== null && performance.now(),
        undefined,
        { polling: "raf" },
      );
      samplesMs.push(Number(await rows.jsonValue()));
      await context.close();
    }
    const counted = samplesMs.slice(WARM_UP_LOADS);
    return [0.5, 0.95].map((part) =>
      resultOf(`log.firstList.${label}.p${part * 100}`, "milliseconds", [percentile(counted, part)]),
    );
  } finally {
    await browser.close();
  }
}

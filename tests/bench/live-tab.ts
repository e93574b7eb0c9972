import { privateBytes, residentBytes } from "#tests/lab/lab.ts";
import { cookieOf, openBrowser } from "./browser.ts";
import type { LabSession } from "./session.ts";

/** What a tab came to. */
export interface TabCost {
  /** When each event's row appeared, by the event's id, on this machine's clock. */
  rows: (readonly [id: string, at: number])[];
  /** Processor time of the tab's process as a part of one core. */
  cpuShare: number;
  /** What it held in memory of its own in the end, as the browser's task manager counts it. */
  privateBytes: number;
  /** The same with the browser's program and libraries, which all tabs share. */
  residentBytes: number;
}

declare global {
  interface Window {
    rowsAppeared: Record<string, number>;
  }
}

/** Opens a store's log in a browser of its own. `close` ends it and tells what it cost since. */
export async function openTab(
  origin: string,
  storeHash: string,
  cookie: LabSession["cookie"],
): Promise<{ close(): Promise<TabCost> }> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.context().addCookies([cookieOf(origin, storeHash, cookie)]);
  await page.addInitScript(() => {
    window.rowsAppeared = {};
    const note = () => {
      for (const { id } of document.querySelectorAll('[id^="event-"]'))
        window.rowsAppeared[id] ??= Date.now();
    };
    document.addEventListener("DOMContentLoaded", () =>
      new MutationObserver(note).observe(document.body, { childList: true, subtree: true }),
    );
  });
  await page.goto(`${origin}/s/${storeHash}/events`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const session = await browser.newBrowserCDPSession();
  /** The tab's process may be another one after a navigation, and there may be a spare one that does nothing. */
  const renderers = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer");
  };
  const cpuSeconds = async () => (await renderers()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const before = { cpuSeconds: await cpuSeconds(), at: performance.now() };
  return {
    close: async () => {
      const cpuShare = ((await cpuSeconds()) - before.cpuSeconds) / ((performance.now() - before.at) / 1000);
      const rows = Object.entries(await page.evaluate(() => window.rowsAppeared));
      const processes = (await renderers()).map(({ id }) => id);
      const held = {
        privateBytes: Math.max(...processes.map(privateBytes)),
        residentBytes: Math.max(...processes.map(residentBytes)),
      };
      await browser.close();
      return {
        rows: rows.map(([id, at]) => [id.slice("event-".length), at] as const),
        cpuShare,
        ...held,
      };
    },
  };
}

import type { Page } from "@playwright/test";
import { cookieOf, openBrowser } from "#tests/bench/browser.ts";
import type { LabSession } from "#tests/bench/session.ts";
import type { Front } from "./front.ts";

/** The sections that somebody walks through, by their links and headings. */
const SECTIONS = ["Overview", "Webhooks", "Events", "Settings"] as const;
/** A page that does not come within this time does not come. */
const SHOWN_WITHIN_MS = 20_000;

/** Somebody at a browser: one tab in which they go on and on, another that stays as it was opened. */
export interface OpenPages {
  /** How often the first tab has come to a section. */
  visits(): number;
  /** Opens, in the tab that was left alone, what has its scripts fetched only then. */
  openLate(): Promise<void>;
  /** Whatever a browser complains about: scripts that did not come, answers that refuse, errors in the console. */
  faults: string[];
  /** Names of the builds whose scripts were fetched. */
  builds: Set<string>;
  /** Lets the first tab come to its end and closes the browser. May be repeated. */
  close(): Promise<void>;
}

/** Opens the app of a store behind a front twice, and begins to walk. */
export async function openPages(
  { origin }: Front,
  storeHash: string,
  { cookie }: LabSession,
): Promise<OpenPages> {
  const browser = await openBrowser();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  context.setDefaultTimeout(SHOWN_WITHIN_MS);
  await context.addCookies([{ ...cookieOf(origin, storeHash, cookie), secure: true }]);
  const faults: string[] = [];
  const builds = new Set<string>();
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on("weberror", (error) => faults.push(`page: ${error.error().message}`));
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // The page was left while it still asked.
    if (reason !== "net::ERR_ABORTED") faults.push(`request: ${reason} ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) faults.push(`response: ${response.status()} ${response.url()}`);
    const [, build] = /\.js\?dpl=([\w-]+)$/.exec(response.url()) ?? [];
    if (build !== undefined) builds.add(build);
  });
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`${origin}/s/${storeHash}/${path}`);
    return page;
  };
  const left = await open("events");
  await left.getByRole("button", { name: "Export", exact: true }).waitFor();
  const walked = await open("overview");

  let visits = 0;
  const ending = new AbortController();
  const walk = async () => {
    while (!ending.signal.aborted)
      for (const section of SECTIONS) {
        await show(walked, section);
        visits++;
      }
  };
  const walking = walk().catch((error: unknown) => {
    if (!ending.signal.aborted) faults.push(`walk: ${String(error)}`);
  });
  return {
    visits: () => visits,
    openLate: async () => {
      await left.getByRole("button", { name: "Export", exact: true }).click();
      await left
        .getByRole("dialog")
        .waitFor()
        .catch((error: unknown) => faults.push(`late: ${String(error)}`));
    },
    faults,
    builds,
    close: async () => {
      ending.abort();
      await walking;
      await browser.close();
    },
  };
}

async function show(page: Page, section: (typeof SECTIONS)[number]): Promise<void> {
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: section }).click();
  await page.getByRole("heading", { level: 1, name: section }).waitFor();
}

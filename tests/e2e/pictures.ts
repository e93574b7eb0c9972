// `npm run pictures`: takes the pictures of the guide for merchants anew, from the demo store of a product of its own, as a
// merchant sees the screens. Run it when a screen has changed, and look at what it made.
import { join } from "node:path";
import { chromium, type FrameLocator, type Page } from "@playwright/test";
import pg from "pg";
import { findOrInstallChromium } from "#scripts/chromium.ts";
import { say } from "#scripts/steps.ts";
import { bigCommerce } from "./bigcommerce.ts";
import { FRAME } from "./fixtures.ts";
import { freePorts, newDataDir, startProduct } from "./start-product.ts";
import { breakFour } from "./trouble.ts";

const PICTURES_DIR = join(import.meta.dirname, "../../docs/guide/pictures");
const STORE = {
  hash: "harborpine",
  name: "",
  owner: { id: 0, email: "" },
  staff: { id: 0, email: "" },
};
/** A laptop's window less the bars of browser and shop; the app's frame is 240 px narrower. */
const WINDOW = { width: 1280, height: 900 };
/** Charts grow and pictures fade in; what is taken then stands still. */
const SETTLE_MS = 1_500;

interface Picture {
  name: string;
  /** Below the app's page in the panel. */
  path: string;
  /** What is there once the screen is whole. */
  until: (app: FrameLocator) => Promise<void>;
  /** Of the frame, from its top. */
  heightPx: number;
}

const PICTURES: readonly Picture[] = [
  { name: "overview", path: "/overview", until: (app) => sees(app, "Last event"), heightPx: 640 },
  { name: "webhooks", path: "/webhooks", until: (app) => sees(app, "Order created"), heightPx: 640 },
  { name: "events", path: "/events", until: (app) => sees(app, "was created"), heightPx: 640 },
  { name: "event", path: "/events", until: openChange, heightPx: 640 },
  { name: "alerts", path: "/settings/alerts", until: (app) => sees(app, "Email"), heightPx: 560 },
  { name: "privacy", path: "/settings/privacy", until: (app) => sees(app, "days"), heightPx: 560 },
];

async function sees(app: FrameLocator, text: string): Promise<void> {
  await app.getByText(text).filter({ visible: true }).first().waitFor();
}

/** Opens the newest event that says what changed. */
async function openChange(app: FrameLocator): Promise<void> {
  await app.locator("[id^='event-']").filter({ hasText: "→" }).first().click();
  await app.getByRole("heading", { name: "What changed" }).waitFor();
}

async function take(page: Page, name: string, heightPx: number): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(SETTLE_MS);
  const frame = await page.locator(FRAME).boundingBox();
  if (!frame) throw new Error("The app is not open");
  const clip = { x: frame.x, y: frame.y, width: frame.width, height: Math.min(heightPx, frame.height) };
  await page.screenshot({ path: join(PICTURES_DIR, `${name}.png`), clip });
  say(`  docs/guide/pictures/${name}.png`);
}

/** As merchants see it who are no developers. */
async function hideTechnicalDetails(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("UPDATE memberships SET shows_technical_details = false WHERE store_hash = $1", [
    STORE.hash,
  ]);
  await client.end();
}

const data = newDataDir();
// With a mail server's port, so that Alerts shows where emails go.
const running = await startProduct(data.path, [...(await freePorts(2)), ...(await freePorts(1, true))]);
const browser = await chromium.launch({
  executablePath: await findOrInstallChromium(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const { product } = running;
  await hideTechnicalDetails(product.databaseUrl);
  const page = await browser.newPage({ viewport: WINDOW, colorScheme: "light" });
  const app = page.frameLocator(FRAME);
  const open = (path: string) => page.goto(`${product.simulatorUrl}/manage/${STORE.hash}/app${path}`);
  const shop = (action: string) =>
    fetch(`${product.simulatorUrl}/control/stores/${STORE.hash}/shop`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ action }),
    });
  for (const action of ["placeOrder", "changeOrderStatus", "changePrice"]) await shop(action);
  for (const { name, path, until, heightPx } of PICTURES) {
    await open(path);
    await until(app);
    await take(page, name, heightPx);
  }
  await open("/overview");
  await sees(app, "Check now");
  await breakFour(app, bigCommerce(product), STORE);
  await open("/overview");
  await app.getByRole("heading", { name: "To do", exact: true }).waitFor();
  await take(page, "to-do", 640);
} finally {
  await browser.close();
  await running.stop();
  data.remove();
}

import { readFileSync } from "node:fs";
import pg from "pg";
import { fillDayBy } from "#tests/bench/fill.ts";
import { testWithoutCookies } from "./cookies.ts";
import {
  eventButtons,
  expect,
  flip,
  FRAME,
  test,
  type Download,
  type FrameLocator,
  type Page,
} from "./fixtures.ts";
import type { Product } from "./product.ts";

const DAY_MS = 86_400_000;
/** So many that an export of them lasts for seconds, whatever the machine. */
const MANY = 30_000;
/** Where the pictures go. */
const PICTURES = "test-results/export";

const dock = (app: FrameLocator) => app.getByRole("region", { name: "Export", exact: true });
const dialog = (app: FrameLocator) => app.getByRole("dialog");

/** What says that a file is saved: a message that goes by itself. */
const savedMessage = (app: FrameLocator, fileName: string) =>
  app.getByRole("status").getByText(`to ${fileName}.`).last();

const ask = (app: FrameLocator) => app.getByRole("button", { name: "Export", exact: true }).click();
const start = (app: FrameLocator) =>
  dialog(app).getByRole("button", { name: "Export events" }).press("Enter");

async function textOf(file: Download): Promise<string> {
  return readFileSync(await file.path(), "utf8");
}

/** Starts what the open dialog asks for, and waits for the file. */
async function saved(page: Page, app: FrameLocator): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent("download"), start(app)]);
  await expect(savedMessage(app, file.suggestedFilename())).toBeVisible();
  return file;
}

/** Fills a store's log, and empties it again in the end: what the stories leave behind is looked through. */
async function withMany<T>({ databaseUrl }: Product, storeHash: string, act: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const yesterday = new Date((Math.floor(Date.now() / DAY_MS) - 1) * DAY_MS);
    await fillDayBy(client, { storeHash, day: yesterday, events: MANY });
    return await act();
  } finally {
    for (const table of ["events", "event_hours"])
      await client.query(`DELETE FROM ${table} WHERE store_hash = $1`, [storeHash]);
    await client.end();
  }
}

test("what the filters find is exported as CSV and as NDJSON, by key alone", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
  violations,
  widthsFit,
  frameWidth,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 2, data: { type: "order", id: 8 } });
  await bigcommerce.fire(store, "store/customer/created", { data: { type: "customer", id: 12 } });
  const app = await openApp(store, { path: "/events?group=orders" });
  await expect(eventButtons(app)).toHaveCount(2);

  await eventButtons(app).first().focus();
  await page.keyboard.press("e");
  await expect(dialog(app).getByText("Time: Last 7 days.", { exact: false })).toBeVisible();
  expect(await violations(), "dialog").toEqual([]);
  const answered = page.waitForResponse(/\/events\/export\?/);
  const csv = await saved(page, app);
  expect((await answered).headers()["content-type"], "compressed on the way").toBe("application/gzip");
  const today = new Date().toISOString().slice(0, 10);
  expect(csv.suggestedFilename()).toBe(`events-${store.hash}-${today}.csv`);
  const [head = "", ...rows] = (await textOf(csv)).trimEnd().split("\r\n");
  expect(head).toMatch(/^\uFEFFid,happened_at,.*,hash$/);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toContain(",store/order/created,Order 8 was created,order,8,,,,,,1,");
  await expect(app.getByText(`Saved 2 events to ${csv.suggestedFilename()}.`)).toBeVisible();
  await expect(dock(app)).toBeHidden();
  expect(await violations(), "saved").toEqual([]);

  await ask(app);
  await flip(dialog(app).getByRole("radio", { name: /^NDJSON/ }));
  for (const width of [1040, 390]) {
    await frameWidth(width);
    await widthsFit();
    expect(await violations(), `dialog at ${width}`).toEqual([]);
    await page.locator(FRAME).screenshot({ path: `${PICTURES}/dialog-${width}.png` });
  }
  const objects = (await textOf(await saved(page, app)))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { scope: string; summary: string; body: string });
  expect(objects.map(({ summary }) => summary)).toEqual(["Order 8 was created", "Order 8 was created"]);
  for (const { body, scope } of objects) expect(JSON.parse(body)).toMatchObject({ scope, data: { id: 8 } });
});

test("selected events are exported, or all that the filters find", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 4 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(4);
  await eventButtons(app).first().focus();
  for (const key of ["x", "j", "j", "x"]) await page.keyboard.press(key);
  await app.getByRole("group", { name: "2 events selected" }).getByRole("button", { name: "Export" }).click();
  await expect(dialog(app).getByRole("radio", { name: "The 2 selected events" })).toBeChecked();
  expect(await violations(), "selection").toEqual([]);
  expect((await textOf(await saved(page, app))).trimEnd().split("\r\n")).toHaveLength(3);

  await page.keyboard.press("e");
  await flip(dialog(app).getByRole("radio", { name: "All matching events" }));
  expect((await textOf(await saved(page, app))).trimEnd().split("\r\n")).toHaveLength(5);
});

test("a long export tells how far it is, goes on elsewhere, and leaves nothing when it is cancelled", async ({
  newStore,
  openApp,
  page,
  product,
  violations,
  widthsFit,
  frameWidth,
}) => {
  const store = await newStore();
  const files: Download[] = [];
  page.on("download", (file) => files.push(file));
  await withMany(product, store.hash, async () => {
    const app = await openApp(store, { path: "/events" });
    await expect(eventButtons(app)).toHaveCount(50);
    await ask(app);
    await start(app);
    await expect(dock(app).getByRole("progressbar", { name: /of about 30,000$/ })).toBeVisible();
    await expect(app.getByRole("status").filter({ hasText: "Exporting events: " })).toHaveCount(1);
    expect(await violations(), "under way").toEqual([]);
    await widthsFit();
    await page.locator(FRAME).screenshot({ path: `${PICTURES}/under-way-1040.png` });
    // There is one at a time: asking for another leads to this one.
    await page.keyboard.press("e");
    await expect(dock(app).getByRole("heading", { name: "Exporting events" })).toBeFocused();
    await dock(app).getByRole("button", { name: "Cancel export" }).press("Enter");
    await expect(app.getByText("The export is canceled. Nothing was saved.")).toBeVisible();
    await expect(dock(app)).toBeHidden();

    // Its places at the server are free again, and the whole log comes through.
    await frameWidth(390);
    await ask(app);
    await start(app);
    await expect(dock(app).getByRole("progressbar")).toBeVisible();
    await page.locator(FRAME).screenshot({ path: `${PICTURES}/under-way-390.png` });
    await app.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Settings" }).click();
    await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Settings/);
    await expect.poll(() => files.length, { timeout: 90_000 }).toBe(1);
    await app.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Events" }).click();
    await expect(app.getByText("Saved 30,000 events to")).toBeVisible();
    await expect(dock(app)).toBeHidden();
    await page.locator(FRAME).screenshot({ path: `${PICTURES}/saved-390.png` });
    expect((await textOf(files[0] as Download)).trimEnd().split("\r\n")).toHaveLength(MANY + 1);
  });
});

test("an export that finds no room, or loses its session, says so and leaves nothing", async ({
  api,
  expectFailures,
  newStore,
  openApp,
  page,
  product,
  violations,
}) => {
  const store = await newStore();
  const files: Download[] = [];
  page.on("download", (file) => files.push(file));
  await withMany(product, store.hash, async () => {
    const others = [
      await api(store, "events/export?format=ndjson"),
      await api(store, "events/export?format=ndjson"),
    ];
    const app = await openApp(store, { path: "/events" });
    await expect(eventButtons(app)).toHaveCount(50);
    expectFailures(/ 429 GET .*\/export/, /status of 429/);
    await ask(app);
    await start(app);
    await expect(dock(app).getByText("Other exports are under way.")).toBeVisible();
    expect(await violations(), "no room").toEqual([]);
    await page.locator(FRAME).screenshot({ path: `${PICTURES}/no-room-1040.png` });
    for (const other of others) await other.body?.cancel();

    const again = dock(app).getByRole("button", { name: "Try again" });
    await expect(async () => {
      if (await again.isVisible()) await again.press("Enter", { timeout: 1_000 });
      await expect(dock(app).getByRole("progressbar", { name: /of about 30,000$/ })).toBeVisible({
        timeout: 2_000,
      });
    }).toPass();
    expectFailures(/ERR_INCOMPLETE_CHUNKED_ENCODING/, / 401 GET .*\/api\//, /status of 401/);
    await fetch(`${product.appUrl}/s/${store.hash}/api/session/end`, {
      method: "POST",
      body: JSON.stringify({ who: "me" }),
      headers: {
        Cookie: store.cookie,
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
        "X-Requested-With": "webhook-keeper",
      },
    });
    await expect(dock(app).getByText("Your access ended before the file was complete.")).toBeVisible();
    await expect(app.getByText("Your session ended")).toBeVisible();
    await page.locator(FRAME).screenshot({ path: `${PICTURES}/access-ended-1040.png` });
    expect(files).toEqual([]);
  });
});

testWithoutCookies(
  "an export comes in a browser without cookies",
  async ({ bigcommerce, expectFailures, newStore, openApp, page }) => {
    // Before a page knows that its cookie was refused, it asks with none.
    expectFailures(/ 401 GET .*\/api\//, /status of 401/);
    const store = await newStore();
    await bigcommerce.fire(store, "store/order/created", { count: 3 });
    const app = await openApp(store, { path: "/events" });
    await expect(eventButtons(app)).toHaveCount(3);
    await ask(app);
    expect((await textOf(await saved(page, app))).trimEnd().split("\r\n")).toHaveLength(4);
  },
);

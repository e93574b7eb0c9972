import {
  eventButtons,
  expect,
  focused,
  goTo,
  test,
  type FrameLocator,
  type Page,
  type Store,
  type StoryFixtures,
} from "./fixtures.ts";
import { takeFrame } from "./take-picture.ts";

const HOUR_S = 3_600;
/** Where the pictures go; `npm run pictures` takes those into docs/images/charts that docs/screens.md shows. */
const PICTURES = "test-results/charts";

/** Widths of the app's frame, and heights at which all that is charted is in the picture. */
const SIZES = [
  [390, 2_600],
  [1_280, 1_400],
] as const;

/** Two hours ago, in the middle of an hour: however slow the story is, its events stay in one bar. */
const twoHoursAgo = () => (Math.floor(Date.now() / 1_000 / HOUR_S) - 2) * HOUR_S + 1_800;

/** Five orders, one of them twice, and three products, all in one hour. */
async function fireEight(bigcommerce: StoryFixtures["bigcommerce"], store: Store): Promise<void> {
  const createdAt = twoHoursAgo();
  await bigcommerce.fire(store, "store/order/created", { count: 4, createdAt });
  await bigcommerce.fire(store, "store/order/created", { createdAt, duplicate: true });
  for (const id of [1, 2, 3])
    await bigcommerce.fire(store, "store/product/updated", { createdAt, data: { type: "product", id } });
  await expect
    .poll(async () => {
      const { deliveries } = await bigcommerce.deliveries(store);
      return deliveries.filter(({ status }) => status === 200).length;
    })
    .toBe(9);
}

const eventsChart = (app: FrameLocator) => app.getByRole("img", { name: /events received in the last/ });
/** The bar that holds all events of `fireEight`. */
const barOfEight = (app: FrameLocator) =>
  app.getByRole("link", { name: /: 8 events\. Orders 5, Products 3$/ });
const addressOf = (app: FrameLocator) => app.locator("html").evaluate(() => location.href);
const fullPicture = async (page: Page, name: string) => {
  await takeFrame(page, `${PICTURES}/${name}.webp`);
};

test("bars tell events by group, and lead to the log of their time and group", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  await fireEight(bigcommerce, store);
  const app = await openApp(store, { path: "/overview" });
  await expect(eventsChart(app)).toHaveAccessibleName(
    "8 events received in the last 24 hours: Orders 5, Products 3",
  );
  await barOfEight(app).hover();
  await expect(app.getByText(/: 8 events\. Orders 5, Products 3$/)).toBeVisible();
  await app.getByRole("link", { name: /^Products, .*: 3 events$/ }).click();
  await expect(eventButtons(app)).toHaveCount(3);
  expect(await addressOf(app)).toContain("group=products");

  await goTo(app, "Overview");
  // Above its parts, where nothing but the bar itself is.
  await barOfEight(app).click({ position: { x: 2, y: 2 } });
  await expect(eventButtons(app)).toHaveCount(8);
  expect(await addressOf(app)).toContain("time=custom");

  await goTo(app, "Overview");
  await expect(app.getByRole("img", { name: "1 repeated arrival in the last 24 hours" })).toBeHidden();
  await app.getByRole("button", { name: "Show details" }).click();
  await expect(app.getByRole("img", { name: "1 repeated arrival in the last 24 hours" })).toBeVisible();
  await expect(app.getByRole("img", { name: "0 rejected deliveries in the last 24 hours" })).toBeVisible();
  const delay = app.getByRole("img", {
    name: /^Up to .* hr for half of the events and .* hr for 95% of them/,
  });
  await expect(delay.getByText(/hr$/).first()).toBeVisible();
  await expect(delay.getByText(/day/)).toHaveCount(0);
  await app.getByRole("link", { name: /: 1 repeated arrival$/ }).click();
  await expect(eventButtons(app)).toHaveCount(1);
});

test("a keyboard goes from bar to bar, into a bar, and to the log", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  await fireEight(bigcommerce, store);
  const app = await openApp(store, { path: "/overview" });
  const bars = app.getByRole("group", { name: /^Select a bar/ }).first();
  await expect(barOfEight(app)).toBeVisible();
  // One bar is in the order of Tab, the newest.
  await expect(bars.locator("a[tabindex='0']")).toHaveCount(1);
  await app.getByRole("button", { name: "Show as table" }).focus();
  await page.keyboard.press("Tab");
  expect(await focused(app)).toMatch(/, so far: 0 events$/);

  for (let step = 0; step < 4 && !/: 8 events/.test(await focused(app)); step++)
    await page.keyboard.press("ArrowLeft");
  expect(await focused(app)).toMatch(/: 8 events\. Orders 5, Products 3$/);
  await expect(bars.locator("a[tabindex='0']")).toHaveCount(1);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => focused(app)).toMatch(/^Orders, .*: 5 events$/);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => focused(app)).toMatch(/^Products, .*: 3 events$/);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focused(app)).toMatch(/^Orders, .*: 5 events$/);
  await page.keyboard.press("Enter");
  await expect(eventButtons(app)).toHaveCount(5);
  expect(await addressOf(app)).toContain("group=orders");
});

test("the same numbers are a table, with the same ways into the log", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  await fireEight(bigcommerce, store);
  const app = await openApp(store, { path: "/overview" });
  await app.getByRole("button", { name: "Show as table" }).click();
  const table = app.getByRole("table", { name: "Events received over time" });
  await expect(table.getByRole("row")).toHaveCount(25);
  const row = table.getByRole("row").filter({ has: app.getByRole("link", { name: "8", exact: true }) });
  await expect(row.getByRole("cell")).toHaveText([/M$/, "8", "5", "3"]);
  expect(await violations(), "table").toEqual([]);
  await row.getByRole("link", { name: "3", exact: true }).click();
  await expect(eventButtons(app)).toHaveCount(3);
});

test("the period stands in the address, and days are the store's", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  await fireEight(bigcommerce, store);
  const app = await openApp(store, { path: "/overview?period=30d" });
  await expect(eventsChart(app)).toHaveAccessibleName(/^8 events received in the last 30 days/);
  await expect(app.getByText("Times are in America/Chicago.")).toBeVisible();
  await app.getByRole("button", { name: "7 days" }).click();
  await expect(eventsChart(app)).toHaveAccessibleName(/^8 events received in the last 7 days/);
  expect(await addressOf(app)).toMatch(/\?period=7d$/);
  await expect(
    app
      .getByRole("group", { name: /^Select a bar/ })
      .first()
      .getByRole("link"),
  ).toHaveCount(7);
});

test("a webhook's details have its own chart, which leads to its own events", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await fireEight(bigcommerce, store);
  const app = await openApp(store, { path: "/webhooks/store/order/created?period=7d" });
  await expect(eventsChart(app)).toHaveAccessibleName("5 events received in the last 7 days");
  expect(await violations(app.getByRole("dialog")), "webhook").toEqual([]);
  await eventsChart(app).scrollIntoViewIfNeeded();
  await fullPicture(page, "webhook-1280");
  // The page's own filters, which stand in the same address, leave the period there.
  await app.getByRole("button", { name: /^On \d/ }).click();
  await expect.poll(() => addressOf(app)).toMatch(/\?show=on&period=7d$/);
  await app.getByRole("button", { name: "24 hours" }).click();
  await expect(eventsChart(app)).toHaveAccessibleName("5 events received in the last 24 hours");
  await expect.poll(() => addressOf(app)).toMatch(/period=24h$/);
  await app.getByRole("link", { name: /M: 5 events$/ }).press("Enter");
  await expect(eventButtons(app)).toHaveCount(5);
  expect(await addressOf(app)).toContain("scope=store%2Forder%2Fcreated");
});

test("every state of the charts is usable by everybody, on a laptop and on a phone", async ({
  bigcommerce,
  expectFailures,
  fitsAt,
  newStore,
  openApp,
  page,
  violations,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const store = await newStore();
  await fireEight(bigcommerce, store);
  await bigcommerce.fire(store, "store/cart/abandoned", {
    createdAt: twoHoursAgo() - 5 * HOUR_S,
    count: 2,
  });
  await bigcommerce.fire(store, "store/customer/created", { createdAt: twoHoursAgo() - 9 * HOUR_S });
  let app = await openApp(store, { path: "/overview" });
  const picture = async (name: string) => {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width: 1440, height });
      await fitsAt([width]);
      expect(await violations(), `${name} at ${width}`).toEqual([]);
      await fullPicture(page, `${name}-${width}`);
    }
  };
  const shown = (name: string | RegExp) => expect(app.getByRole("img", { name }).first()).toBeVisible();

  await shown(/^11 events received in the last 24 hours/);
  await eventsChart(app).scrollIntoViewIfNeeded();
  await picture("hours");
  expect(
    await app.locator("html").evaluate(() => document.getAnimations().map(({ playState }) => playState)),
  ).not.toContain("running");
  await app.getByRole("button", { name: "30 days" }).click();
  await shown(/in the last 30 days/);
  await picture("month");

  // A log that keeps less than the period.
  await page.route(/\/api\/chart\?/, async (route) => {
    const response = await route.fetch();
    const chart = (await response.json()) as { buckets: { isKept: boolean }[] };
    for (const bucket of chart.buckets.slice(0, -3)) bucket.isKept = false;
    await route.fulfill({ response, json: { ...chart, keptDays: 3 } });
  });
  app = await openApp(store, { path: "/overview?period=7d" });
  await expect(app.getByText(/^Events are kept for 3 days\./)).toBeVisible();
  await expect(
    app
      .getByRole("group", { name: /^Select a bar/ })
      .first()
      .getByRole("link"),
  ).toHaveCount(3);
  await picture("retention");
  await page.unrouteAll();

  let answer: () => void = () => undefined;
  const isAnswered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/api\/chart\?/, async (route) => {
    await isAnswered;
    await route.fulfill({ status: 500, contentType: "application/json", body: "{}" });
  });
  app = await openApp(store, { path: "/overview" });
  await expect(app.getByRole("button", { name: "24 hours" })).toBeVisible();
  await picture("loading");
  expectFailures(/ 500 GET .*\/api\/chart/, /status of 500/);
  answer();
  await expect(app.getByText("Loading these numbers is taking longer than usual.")).toBeVisible();
  await expect(app.getByRole("heading", { name: "Most frequent" })).toBeHidden();
  await picture("error");
  await page.unrouteAll();
  await app.getByRole("button", { name: "Try again" }).click();
  await shown(/^11 events received in the last 24 hours/);
  await expect(app.getByText("Loading these numbers is taking longer than usual.")).toBeHidden();
});

test("a webhook that brought nothing says so in its chart", async ({ newStore, openApp, violations }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks/store/cart/created" });
  await expect(eventsChart(app)).toHaveAccessibleName("0 events received in the last 24 hours");
  await expect(app.getByText("No events in this time").first()).toBeVisible();
  expect(await violations(app.getByRole("dialog")), "nothing").toEqual([]);
});

import { likeStoresInTabs, testWithoutCookies as test, trafficOf, workApart } from "./cookies.ts";
import { loseOne } from "./as-owner.ts";
import { newShifts, noteShifts } from "./shifts.ts";
import { appIn, eventButtons, expect, FRAME, goTo, switchOf, toggle, type FrameLocator } from "./fixtures.ts";

/** Before a page knows that its cookie was refused, it asks with none. */
const REFUSED = [/ 401 GET .*\/api\//, /status of 401/];

const heading = (app: FrameLocator) => app.getByRole("heading", { level: 1 });
const reload = (app: FrameLocator) => app.locator("html").evaluate(() => location.reload());

test("with every cookie refused all screens work, live too, and a reload is one click away from going on", async ({
  bigcommerce,
  context,
  expectFailures,
  newStore,
  openApp,
  page,
  product,
  violations,
}) => {
  const traffic = trafficOf(context, product.appUrl);
  expectFailures(...REFUSED);
  const store = await newStore();
  const app = await openApp(store);
  await expect(heading(app)).toHaveText(/^Overview/);
  await expect(app.getByRole("link", { name: "12 event types on, view webhooks" })).toBeVisible();
  const frame = page.frames().find((each) => each.url().startsWith(product.appUrl));
  expect(await frame?.evaluate(() => location.href)).toBe(`${product.appUrl}/s/${store.hash}/overview`);
  // The browser means it: storage is refused along with cookies.
  const storage = await frame?.evaluate(() => {
    try {
      return typeof localStorage;
    } catch (error) {
      return String(error);
    }
  });
  expect(storage).toMatch(/SecurityError/);

  await goTo(app, "Webhooks");
  await toggle(app, "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
  expect((await bigcommerce.hooks(store)).map(({ scope }) => scope)).not.toContain("store/order/created");
  await app.getByRole("link", { name: "Customer created", exact: true }).click();
  await expect(app.getByRole("heading", { level: 2, name: "Customer created" })).toBeVisible();

  await goTo(app, "Events");
  await expect(app.getByRole("heading", { name: "No events yet" })).toBeVisible();
  await expect.poll(() => traffic.to("events/stream").length).toBeGreaterThan(0);
  await bigcommerce.fire(store, "store/customer/created", { data: { type: "customer", id: 7 } });
  await app.getByRole("link", { name: "Customer 7 was created" }).click();
  await expect(app.getByRole("heading", { name: "Customer 7 was created" })).toBeVisible();
  await goTo(app, "Settings");
  await expect(app.getByText(store.hash, { exact: true })).toBeVisible();
  await app.getByRole("link", { name: "Open setup guide" }).click();
  await expect(heading(app)).toHaveText("Welcome to Webhook Keeper");

  expect(traffic.to("session", "POST")).toHaveLength(1);
  expect(await traffic.cookiesOffered()).toBeGreaterThan(0);
  expect(await traffic.cookiesSent()).toEqual([]);

  await reload(app);
  await expect(app.getByRole("heading", { name: "Your session ended" })).toBeVisible();
  expect(await violations()).toEqual([]);
  const asked = traffic.to("session").length;
  await app.getByRole("link", { name: "Reopen app" }).click();
  await expect(page).toHaveURL(new RegExp(`^${product.simulatorUrl}/manage/${store.hash}/app`));
  await expect(heading(appIn(page))).toHaveText(/^Overview/);
  await goTo(appIn(page), "Events");
  await expect(eventButtons(appIn(page))).toHaveCount(1);
  // The page without a session asked once, and nothing in a loop.
  expect(traffic.to("session").length).toBeLessThanOrEqual(asked + 2);
  expect(await traffic.cookiesSent()).toEqual([]);

  // A banner that the page's request could not tell of pushes nothing away when it comes.
  await loseOne(product.appUrl, bigcommerce, store);
  await noteShifts(page);
  await openApp(store, { path: "/settings" });
  await expect(app.getByRole("heading", { name: "1 thing to do" })).toBeVisible();
  await expect(app.locator("[aria-busy='true']")).toHaveCount(0);
  const shifts = await newShifts(page, product);
  expect(
    shifts.reduce((sum, { value }) => sum + value, 0),
    JSON.stringify(shifts),
  ).toBeLessThan(0.05);
});

test("a page without a cookie renews its session before it ends, and goes on", async ({
  bigcommerce,
  context,
  expectFailures,
  newStore,
  openApp,
  page,
  product,
}) => {
  const traffic = trafficOf(context, product.appUrl);
  expectFailures(...REFUSED);
  await page.clock.install();
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Order created")).toBeChecked();
  expect(traffic.to("session", "POST")).toHaveLength(1);

  await page.clock.fastForward("10:01");
  await expect.poll(() => traffic.to("session", "POST").length).toBe(2);
  const [swap, renewal] = traffic.to("session", "POST");
  expect(swap?.postDataJSON()).toEqual({ ticket: expect.any(String) });
  expect(renewal?.postDataJSON()).toEqual({});
  const bearer = async (request: typeof swap) => (await request?.allHeaders())?.authorization;
  const first = await bearer(renewal);
  expect(first).toMatch(/^Bearer /);
  await (await renewal?.response())?.finished();
  // A round trip of the page's own: by then it has read the answer before.
  await app.locator("html").evaluate(async () => (await fetch("/api/health/live")).text());

  await toggle(app, "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
  const [change] = traffic.to("subscriptions", "PUT");
  expect(await bearer(change)).toMatch(/^Bearer /);
  expect(await bearer(change)).not.toBe(first);
  expect((await bigcommerce.hooks(store)).map(({ scope }) => scope)).not.toContain("store/order/created");
});

test("when the session of a page without a cookie ends, what it shows stays, and one click leads back", async ({
  bigcommerce,
  context,
  expectFailures,
  newStore,
  openApp,
  page,
  product,
}) => {
  const traffic = trafficOf(context, product.appUrl);
  expectFailures(...REFUSED);
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 2 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(2);
  const ended = await fetch(`${product.appUrl}/s/${store.hash}/api/session/end`, {
    method: "POST",
    body: JSON.stringify({ who: "me" }),
    headers: {
      Cookie: store.cookie,
      "Content-Type": "application/json",
      "Sec-Fetch-Site": "same-origin",
      "X-Requested-With": "webhook-keeper",
    },
  });
  expect(ended.status).toBe(200);

  await eventButtons(app).first().click();
  await expect(app.getByText("Your session ended")).toBeVisible();
  await expect(eventButtons(app)).toHaveCount(2);
  expect(traffic.to("session", "POST")).toHaveLength(1);

  await app.getByRole("link", { name: "Reopen app" }).click();
  await expect(heading(appIn(page))).toHaveText(/^Overview/);
});

test("two stores whose hashes begin alike stay apart in two tabs without cookies", async ({
  bigcommerce,
  context,
  expectFailures,
  newStore,
  openApp,
  page,
  product,
}) => {
  const traffic = trafficOf(context, product.appUrl);
  expectFailures(...REFUSED);
  const tabs = await likeStoresInTabs({ newStore, openApp, page });
  await workApart(...tabs, bigcommerce);
  expect(await traffic.cookiesSent()).toEqual([]);
});

test("two people in one browser without cookies each stay themselves", async ({
  context,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  expectFailures(...REFUSED);
  const store = await newStore();
  const second = await context.newPage();
  const [owner, staff] = [
    await openApp(store, { path: "/settings" }),
    await openApp(store, { path: "/settings", page: second, user: "staff" }),
  ];
  await expect(staff.getByText(`${store.staff.email} (you)`)).toBeVisible();
  await page.bringToFront();
  await expect(owner.getByText(`${store.owner.email} (you)`)).toBeVisible();
  await goTo(owner, "Overview");
  await goTo(owner, "Settings");
  await expect(owner.getByText(`${store.owner.email} (you)`)).toBeVisible();
  await expect(page.locator(FRAME)).toHaveCount(1);
});

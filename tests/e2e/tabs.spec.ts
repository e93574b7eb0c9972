import { likeStoresInTabs, testWithPartitionedCookies, trafficOf, workApart } from "./cookies.ts";
import { expect, goTo, test } from "./fixtures.ts";

test("where cookies work a reload keeps the session, and the ticket of the launch is never used", async ({
  context,
  newStore,
  openApp,
  product,
}) => {
  const traffic = trafficOf(context, product.appUrl);
  const store = await newStore();
  const app = await openApp(store, { path: "/settings" });
  await expect(app.getByText(`${store.owner.email} (you)`)).toBeVisible();
  expect(await app.locator("html").evaluate(() => location.hash)).toBe("");
  await app.locator("html").evaluate(() => location.reload());
  await expect(app.getByText(`${store.owner.email} (you)`)).toBeVisible();
  await expect.poll(() => traffic.to("session").length).toBe(2);
  expect(traffic.to("session", "POST")).toEqual([]);
  expect(await traffic.cookiesSent()).not.toEqual([]);
});

test("two stores whose hashes begin alike stay apart in two tabs with cookies", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const tabs = await likeStoresInTabs({ newStore, openApp, page });
  await workApart(...tabs, bigcommerce);

  // Each keeps to its own after a reload, too: the cookie of the longer hash never reaches the shorter one's paths.
  for (const { app, store, front } of tabs) {
    await front();
    await app.locator("html").evaluate((html) => {
      html.dataset.isOld = "yes";
      location.reload();
    });
    await expect(app.locator("html[data-is-old]")).toHaveCount(0);
    await expect(app.getByText(store.hash, { exact: true })).toBeVisible();
  }
});

test("when another person opens the app in the same browser, nothing of the first one's stays", async ({
  bigcommerce,
  context,
  newStore,
  openApp,
  page,
  product,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 2 });
  const first = await openApp(store, { path: "/events?q=first-secret" });
  await expect(first.getByRole("searchbox")).toHaveValue("first-secret");
  // A request of the page's own may tell it as soon as the other person is in.
  const shown: string[] = [];
  page.on("framenavigated", (frame) => shown.push(frame.url()));
  const second = await context.newPage();
  const other = await openApp(store, { path: "/settings", page: second, user: "staff" });
  await expect(other.getByText(`${store.staff.email} (you)`)).toBeVisible();

  await page.bringToFront();
  // Any request tells the page; one of its own may come before the click.
  await expect(async () => {
    await goTo(first, "Settings");
    await expect(first.getByText(`${store.staff.email} (you)`)).toBeVisible({ timeout: 3_000 });
  }).toPass();
  expect(shown).toContain(`${product.appUrl}/s/${store.hash}/overview`);
  await expect(first.getByText(`${store.owner.email} (you)`)).toHaveCount(0);
});

testWithPartitionedCookies(
  "a browser that keeps partitioned cookies alone keeps the session over a reload",
  async ({ context, newStore, openApp, product }) => {
    const traffic = trafficOf(context, product.appUrl);
    const store = await newStore();
    const app = await openApp(store, { path: "/settings" });
    await expect(app.getByText(`${store.owner.email} (you)`)).toBeVisible();
    // The browser means it: a cookie of the same page without the mark is refused.
    const kept = await app.locator("html").evaluate(() => {
      document.cookie = "plain=1; Secure; SameSite=None";
      document.cookie = "marked=1; Secure; SameSite=None; Partitioned";
      return document.cookie;
    });
    expect(kept).toBe("marked=1");
    await app.locator("html").evaluate(() => location.reload());
    await expect(app.getByText(`${store.owner.email} (you)`)).toBeVisible();
    expect(traffic.to("session", "POST")).toEqual([]);
  },
);

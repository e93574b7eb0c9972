import { eventButtons, expect, test, type FrameLocator } from "./fixtures.ts";

test("a merchant whose app was uninstalled meanwhile is told so within seconds, wherever they are", async ({
  bigcommerce,
  context,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  let lines = 0;
  context.on("response", (response) => {
    if (response.url().endsWith("/subscriptions/stream") && response.ok()) lines += 1;
  });
  const [webhooks, settings] = [await context.newPage(), await context.newPage()];
  const apps = [
    await openApp(store, { path: "/overview", page }),
    await openApp(store, { path: "/webhooks", page: webhooks }),
    await openApp(store, { path: "/settings", page: settings }),
  ];
  await expect.poll(() => lines).toBe(apps.length);
  expectFailures(/ 403 .*\/api\//, /status of 403/);
  await bigcommerce.uninstall(store);
  // Nobody clicks.
  for (const app of apps) {
    await expect(app.getByRole("heading", { name: "The app was removed from this store" })).toBeVisible({
      timeout: 10_000,
    });
    await expect(app.getByText("Your event history is kept for 30 days.")).toBeVisible();
    await expect(app.getByRole("link", { name: "Install again" })).toHaveAttribute("target", "_top");
    expect(await offCenter(app)).toBeLessThan(2);
  }
});

/** How far from the middle of a page that says one thing its heading, or the links at its foot, are at most, in pixels. */
async function offCenter(app: FrameLocator): Promise<number> {
  return app.locator("main").evaluate((main) => {
    const sidesOf = (elements: Iterable<Element>) => {
      const boxes = [...elements].map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      });
      return [
        Math.min(...boxes.map(({ left }) => left)),
        document.documentElement.clientWidth - Math.max(...boxes.map(({ right }) => right)),
      ] as const;
    };
    const parts = [main.querySelectorAll("h1, h2"), main.querySelectorAll("footer a")];
    return Math.max(...parts.map((part) => Math.abs(sidesOf(part)[0] - sidesOf(part)[1]) / 2));
  });
}

test("a person whose access was taken away is told so within seconds", async ({
  bigcommerce,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const line = page.waitForResponse(/\/subscriptions\/stream$/);
  const app = await openApp(store, { user: "staff", path: "/settings" });
  await line;
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Settings/);
  expectFailures(/ 403 .*\/api\//, /status of 403/);
  await bigcommerce.removeUser(store, "staff");
  await expect(app.getByRole("heading", { name: "You no longer have access" })).toBeVisible({
    timeout: 10_000,
  });
  await expect(app.getByText("Ask the store owner to give you access to Keeper.")).toBeVisible();

  // The owner's own access is untouched.
  await openApp(store);
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
});

test("when the session ends while working, what is on the screen stays and the way back is shown", async ({
  bigcommerce,
  context,
  expectFailures,
  newStore,
  openApp,
  page,
  product,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 2 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(2);
  expectFailures(/ 401 .*\/api\//, /status of 401/);
  await context.clearCookies();
  await eventButtons(app).first().click();
  await expect(app.getByText("Your session ended")).toBeVisible();
  await expect(app.getByText("Nothing you saved is lost.")).toBeVisible();
  await expect(eventButtons(app)).toHaveCount(2);

  const page401 = `${product.appUrl}/s/${store.hash}/events`;
  await app.locator("html").evaluate((_, url) => location.replace(url), page401);
  await expect(app.getByRole("heading", { name: "Your session ended" })).toBeVisible();
  await expect(app.getByText("Open the app again from the Apps menu of your store.")).toBeVisible();

  await openApp(store, { page });
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
});

test("the app on its own says where it is to be opened", async ({ page, product }) => {
  await page.goto(product.appUrl);
  await expect(page.getByRole("heading", { name: "Open Webhook Keeper from your store" })).toBeVisible();
});

test("an unknown page says so and leads back to the overview", async ({
  expectFailures,
  newStore,
  openApp,
  product,
}) => {
  const store = await newStore();
  const app = await openApp(store);
  expectFailures(/ 404 .*\/nowhere/, /status of 404/);
  const nowhere = `${product.appUrl}/s/${store.hash}/nowhere`;
  await app.locator("html").evaluate((_, url) => location.assign(url), nowhere);
  await expect(app.getByRole("heading", { name: "This page doesn't exist" })).toBeVisible();
  await app.getByRole("link", { name: "Go to overview" }).click();
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
});

test("an event that is gone says so and leads back to the log", async ({
  expectFailures,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  expectFailures(/ 404 .*\/api\/events\//, /status of 404/);
  const app = await openApp(store, { path: "/events/gone" });
  await expect(app.getByRole("heading", { name: "This event is no longer in your history" })).toBeVisible();
  await app.getByRole("button", { name: "View all events" }).click();
  await expect(app.getByRole("heading", { name: "No events yet" })).toBeVisible();
});

test("a forged launch link opens nothing", async ({ newStore, page, product }) => {
  const store = await newStore();
  const answer = await fetch(`${product.simulatorUrl}/control/stores/${store.hash}/launch`);
  const { url } = (await answer.json()) as { url: string }; // the control API's answer
  await page.goto(`${url}x`);
  await expect(page.getByRole("heading", { name: "This link doesn't open the app" })).toBeVisible();
});

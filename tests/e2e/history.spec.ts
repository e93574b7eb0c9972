import { readFileSync } from "node:fs";
import { turnOn } from "./as-owner.ts";
import { expect, switchOf, test, toggle, type FrameLocator } from "./fixtures.ts";

const SCOPE = "store/order/created";
const UNTOUCHED = "store/cart/created";

/** Unfolds the history in a webhook's details. */
async function openHistory(app: FrameLocator): Promise<void> {
  await app.getByRole("dialog").getByText("History", { exact: true }).click();
}

test("a webhook's details tell who changed it, from what to what, and what BigCommerce answered", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: `/webhooks/${SCOPE}` });
  await openHistory(app);
  const history = app.getByRole("list", { name: "Changes, newest first" });
  const deeds = history.locator("> li");
  await expect(deeds).toHaveCount(1);
  await expect(deeds).toContainText("Keeper turned on Order created");
  await expect(deeds).toContainText(/Reason.*A new store begins with this set\.Result.*Done/);
  await deeds.getByText("Show 2 steps").click();
  const steps = deeds.getByRole("listitem");
  await expect(steps.first()).toContainText("Keeper registered the webhook");
  await expect(steps.first()).toContainText("Missing at BigCommerce. BigCommerce answered 200.");

  await toggle(app, "Order created");
  await expect(deeds).toHaveCount(2);
  await expect(deeds.first()).toContainText("You turned off Order created");
  await expect(switchOf(app, "Order created")).not.toBeChecked();
  expect(await violations()).toEqual([]);

  // What somebody did behind the app's back, and the keeper put right.
  await toggle(app, "Order created");
  await expect(deeds).toHaveCount(3);
  const [hook] = (await bigcommerce.hooks(store)).filter(({ scope }) => scope === SCOPE);
  if (!hook) throw new Error("The webhook is not there");
  await bigcommerce.changeHook(store, hook, { destination: "https://elsewhere.example/hook" });
  await app.getByRole("button", { name: "Check now" }).press("Enter");
  await app.getByRole("button", { name: "Apply 1 change" }).click();
  await expect(deeds.first()).toContainText(/Show [34] steps/);
  await deeds
    .first()
    .getByText(/Show [34] steps/)
    .click();
  await expect(
    deeds.first().getByText(/From on, sent to https:\/\/elsewhere\.example\/hook to on, sent to http/),
  ).toBeVisible();
});

test("a webhook that was never touched says so, and a slow history can be asked for again", async ({
  newStore,
  openApp,
  page,
  expectFailures,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: `/webhooks/${UNTOUCHED}` });
  await openHistory(app);
  await expect(app.getByText("No changes yet")).toBeVisible();

  expectFailures(/ 503 GET .*\/api\/audit/, /status of 503/);
  let isBack = false;
  await page.route(/\/api\/audit/, (route) =>
    isBack ? route.continue() : route.fulfill({ status: 503, body: "" }),
  );
  const again = await openApp(store, { path: `/webhooks/${UNTOUCHED}` });
  await openHistory(again);
  await expect(again.getByText("Loading the activity log is taking longer than usual.")).toBeVisible();
  const button = again.getByRole("dialog").getByRole("button", { name: "Try again" });
  const asked = page.waitForRequest(/\/api\/audit/, { timeout: 5_000 });
  await button.click();
  await asked;
  isBack = true;
  // The app asks again on its own as well, and then the button goes away.
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 1_000 });
    await expect(again.getByText("No changes yet")).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("the activity log tells what each person did, each deed as one, filtered, and all of it as a file", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
  product,
  violations,
  frameWidth,
}) => {
  const store = await newStore();
  const scopes = ["created", "updated", "deleted"].map((verb) => `store/customer/address/${verb}`);
  await turnOn(product.appUrl, store, scopes);
  expect((await bigcommerce.hooks(store)).map(({ scope }) => scope)).toEqual(expect.arrayContaining(scopes));

  const app = await openApp(store, { path: "/settings/activity" });
  const deeds = app.getByRole("list", { name: "Changes, newest first" }).locator("> li");
  await expect(deeds.first()).toContainText("You turned on 3 webhooks");
  await expect(deeds.first()).toContainText(/Reason.*–.*Result.*Done.*Show 6 steps/s);
  // The 12 event types of the starter set are one deed, too, and so is the installation.
  await expect(deeds.filter({ hasText: "Keeper turned on 12 webhooks" })).toHaveCount(1);
  await expect(deeds.filter({ hasText: "You installed Keeper" })).toHaveCount(1);
  expect(await deeds.count()).toBeLessThan(6);
  expect(await violations()).toEqual([]);

  await app.getByRole("combobox", { name: "Who" }).press("Enter");
  await app.getByRole("option", { name: "You" }).click();
  await expect(deeds.filter({ hasText: "Keeper turned on" })).toHaveCount(0);
  await app.getByRole("combobox", { name: "What" }).press("Enter");
  await app.getByRole("option", { name: "Webhooks", exact: true }).click();
  await expect(deeds).toHaveCount(1);
  expect(await app.locator("html").evaluate(() => location.search)).toMatch(/kind=webhooks/);
  const one = await openApp(store, { path: "/settings/activity?type=store/order/created" });
  await expect(one.getByText("Only Order created")).toBeVisible();
  await expect(deeds).toHaveText([/^Keeper turned on Order created/]);
  await frameWidth(390);
  expect(await violations(), "narrow").toEqual([]);
  await one.getByRole("button", { name: "Show all event types" }).click();
  await expect(deeds.first()).toContainText("You turned on 3 webhooks");

  const started = page.waitForEvent("download");
  await app.getByRole("button", { name: "Export as CSV" }).click();
  const file = await started;
  expect(file.suggestedFilename()).toBe(`history-${store.hash}.csv`);
  const lines = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines).toHaveLength(32);
  expect(lines.at(-1) ?? "").toContain(`app_installed`);
});

import { readFileSync } from "node:fs";
import { expect, focused, switchOf, test, toggle, type FrameLocator } from "./fixtures.ts";

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
  const entries = history.getByRole("listitem");
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText("Created at BigCommerce by the app itself");
  await expect(entries.first()).toContainText("BigCommerce does not have this webhook.");
  await expect(entries.first()).toContainText("BigCommerce answered 200.");
  await expect(entries.last()).toContainText("Turned on by the app itself");

  await toggle(app, "Order created");
  await expect(entries.filter({ hasText: `Turned off by ${store.owner.email}` })).toContainText(
    "From on to off.",
  );
  await expect(entries.first()).toContainText(`Removed at BigCommerce by ${store.owner.email}`);
  await expect(switchOf(app, "Order created")).not.toBeChecked();
  expect(await violations()).toEqual([]);

  // What somebody did behind the app's back, and the keeper put right.
  await toggle(app, "Order created");
  await expect(entries).toHaveCount(6);
  const [hook] = (await bigcommerce.hooks(store)).filter(({ scope }) => scope === SCOPE);
  if (!hook) throw new Error("The webhook is not there");
  await bigcommerce.changeHook(store, hook, { destination: "https://elsewhere.example/hook" });
  await app.getByRole("button", { name: "Check now" }).press("Enter");
  await app.getByRole("button", { name: "Apply 1 change" }).click();
  await expect(entries.first()).toContainText(
    "From on, sent to https://elsewhere.example/hook to on, sent to http",
  );
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
  await expect(app.getByText("Nothing was changed yet.")).toBeVisible();

  expectFailures(/ 503 GET .*\/api\/audit/, /status of 503/);
  let isBack = false;
  await page.route(/\/api\/audit/, (route) =>
    isBack ? route.continue() : route.fulfill({ status: 503, body: "" }),
  );
  const again = await openApp(store, { path: `/webhooks/${UNTOUCHED}` });
  await openHistory(again);
  await expect(again.getByText("The history takes longer than usual to load.")).toBeVisible();
  const button = again.getByRole("dialog").getByRole("button", { name: "Try again" });
  const asked = page.waitForRequest(/\/api\/audit/, { timeout: 5_000 });
  await button.click();
  await asked;
  isBack = true;
  // The app asks again on its own as well, and then the button goes away.
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 1_000 });
    await expect(again.getByText("Nothing was changed yet.")).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("the settings tell what was changed in the store, page by page, and all of it as a file", async ({
  newStore,
  openApp,
  page,
  violations,
  frameWidth,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/settings" });
  const panel = app.getByRole("region", { name: "History", exact: true });
  const entries = panel.getByRole("listitem");
  await expect(entries).toHaveCount(10);
  await expect(entries.first()).toContainText("Created at BigCommerce by the app itself");

  await panel.getByRole("button", { name: "Show more" }).press("Enter");
  await expect(entries).toHaveCount(20);
  await panel.getByRole("button", { name: "Show more" }).press("Enter");
  await expect(entries).toHaveCount(25);
  await expect(panel.getByRole("button", { name: "Show more" })).toBeHidden();
  expect(await focused(app)).not.toBe("body");
  await expect(entries.filter({ hasText: "App installed" })).toContainText(store.owner.email);
  expect(await violations()).toEqual([]);
  await frameWidth(390);

  const started = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Export as CSV" }).click();
  const file = await started;
  expect(file.suggestedFilename()).toBe(`history-${store.hash}.csv`);
  const lines = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines).toHaveLength(26);
  expect(lines.at(-1) ?? "").toContain(`app_installed`);
});

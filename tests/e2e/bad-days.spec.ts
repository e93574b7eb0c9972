import type { BigCommerce, Hook } from "./bigcommerce.ts";
import { expect, flip, goTo, rowOf, switchOf, test, type FrameLocator, type StoryStore } from "./fixtures.ts";

/** The screens ask again every fifteen or thirty seconds, and the keeper looks every 45. */
const SHOWN_MS = 75_000;
const BROKEN = ["store/order/created", "store/order/updated", "store/cart/created", "store/customer/created"];

async function hooksOf(bigcommerce: BigCommerce, store: StoryStore): Promise<Map<string, Hook>> {
  return new Map((await bigcommerce.hooks(store)).map((hook) => [hook.scope, hook]));
}

/** Nobody but the person of the story mends anything. */
async function repairNothing(app: FrameLocator): Promise<void> {
  const repair = app.getByRole("switch", { name: "Fix problems automatically" });
  await expect(repair).toBeChecked();
  await flip(repair);
  await expect(repair).not.toBeChecked();
}

test("four webhooks that are broken in four ways are four rows of To do, and are fixed by two clicks", async ({
  api,
  bigcommerce,
  fitsAt,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  await repairNothing(await openApp(store, { path: "/settings" }));
  // The switch moves before it is saved.
  await expect
    .poll(async () => await (await api(store, "keeper")).json())
    .toMatchObject({ isTellingOnly: true });
  const hooks = await hooksOf(bigcommerce, store);
  const wanted = BROKEN.filter((scope) => hooks.has(scope));
  const [gone, off, away, other] = [...hooks.values()];
  if (!gone || !off || !away || !other) throw new Error("The starter set is not there");
  await bigcommerce.loseHook(store, gone);
  await bigcommerce.changeHook(store, off, { is_active: false });
  await bigcommerce.changeHook(store, away, { destination: "https://elsewhere.example/hook" });
  await bigcommerce.changeHook(store, other, {
    headers: { "x-webhook-keeper-secret": "a secret of somebody else" },
  });
  expect(wanted.length).toBeGreaterThan(0);

  const app = await openApp(store, { path: "/overview" });
  await app.getByRole("button", { name: "Check now" }).click();
  // The same question as on Webhooks.
  await app.getByRole("dialog", { name: "What will change" }).getByRole("button", { name: "Cancel" }).click();
  const todo = app.getByRole("region", { name: "To do" });
  await expect(todo.getByRole("listitem")).toHaveCount(4);
  // One place: the badge, the tab and the sentence say the same, and no banner says it again.
  await expect(app.getByText("4 to do", { exact: true }).first()).toBeVisible();
  await expect(app.getByRole("link", { name: "Overview 4 to do" })).toBeVisible();
  await expect(app.getByText(/^4 of 12 webhooks need attention: .+ and 2 more\./)).toBeVisible();
  await expect(app.getByRole("heading", { name: /thing(s)? to do$/ })).toBeHidden();
  const rejecting = todo.getByRole("listitem", { name: "1 webhook uses the wrong secret" });
  await expect(rejecting.getByText("Losing events")).toBeVisible();
  await expect(
    rejecting.getByText(
      /^We're rejecting these events because the secret doesn't match\. Fix it by .+ and BigCommerce resends them\. Automatic repair is off\.$/,
    ),
  ).toBeVisible();
  const turnedOff = todo.getByRole("listitem", { name: "1 webhook was turned off at BigCommerce" });
  await expect(
    turnedOff.getByText(/^Turned off on .+, probably by a person or another tool\./),
  ).toBeVisible();
  expect(await violations()).toEqual([]);
  await fitsAt([768, 390, 1040]);

  // On the other screens a banner leads to the broken rows alone, and from there nothing leads back.
  await goTo(app, "Events");
  await expect(app.getByRole("heading", { name: "4 things to do" })).toBeVisible();
  await app.getByRole("button", { name: "View webhooks" }).click();
  await expect(app.getByRole("heading", { name: "4 things to do" })).toBeHidden();
  for (const { scope } of [gone, off, away, other]) await expect(rowOf(app, scope)).toHaveCount(1);
  await expect(app.getByRole("switch")).toHaveCount(4);
  const badge = rowOf(app, other.scope).getByText("Wrong secret", { exact: true });
  await expect(badge).toBeVisible();
  expect((await badge.boundingBox())?.height, "a badge is one line").toBeLessThan(30);

  await goTo(app, "Overview");
  await todo.getByRole("button", { name: "Fix all" }).click();
  await expect(app.getByText("Fixed 4 webhooks")).toBeVisible();
  await expect(todo).toBeHidden();
  await expect(app.getByText("Waiting for events", { exact: true })).toBeVisible();
  const after = await hooksOf(bigcommerce, store);
  for (const { scope, destination, headers } of [gone, off, away, other])
    expect(after.get(scope)).toMatchObject({ destination, headers, is_active: true });
  const list = (await (await api(store, "alerts")).json()) as { unseen: number };
  expect(list.unseen).toBe(0);
});

test("what Keeper fixed by itself is told, with the time in which events may be missing", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/overview" });
  await expect(app.getByText("Waiting for events", { exact: true })).toBeVisible();
  const [first, second] = [...(await hooksOf(bigcommerce, store)).values()];
  if (!first || !second) throw new Error("The starter set is not there");
  await bigcommerce.loseHook(store, first);
  await bigcommerce.changeHook(store, second, { destination: "https://elsewhere.example/hook" });
  const recent = app.getByRole("region", { name: "Recently fixed" });
  await expect(
    recent.getByText(/^Keeper fixed 2 webhooks at .+\. Events between .+ and .+ may be missing\./),
  ).toBeVisible({ timeout: SHOWN_MS });
  await expect(app.getByRole("region", { name: "To do" })).toBeHidden();
});

test("a merchant sees three figures, one chart and no technique", async ({
  bigcommerce,
  fitsAt,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore({ isPlain: true });
  await bigcommerce.fire(store, "store/order/created", { count: 3 });
  const app = await openApp(store, { path: "/overview" });
  await expect(app.getByRole("img", { name: /^3 events received in the last 24 hours/ })).toBeVisible();
  await expect(app.getByText("All good", { exact: true })).toBeVisible();
  const figures = app.getByRole("region", { name: "Figures" }).getByRole("link");
  await expect(figures).toHaveText([/^Event types on12/, /^Last event/, /^Last 24 hours3 events/]);
  await expect(app.getByRole("region", { name: "Delivery details" })).toBeHidden();
  await expect(app.getByRole("img", { name: /events received/ })).toHaveCount(1);
  expect(await violations()).toEqual([]);
  await fitsAt([768, 390, 1040]);
  // As when the database is back, and what came meanwhile is still being added.
  await page.route("**/api/overview", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), spooled: 12 } });
  });
  await page.reload();
  await expect(app.getByText(/^12 events aren't in the log yet\./)).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("a store that removed the app says so within seconds, with the way back", async ({
  bigcommerce,
  expectFailures,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/events" });
  await expect(app.getByText("Live", { exact: true }).first()).toBeVisible();
  expectFailures(/ 403 .*\/api\//, /status of 403/);
  await bigcommerce.uninstall(store);
  // Nobody clicks.
  await expect(app.getByRole("heading", { name: "The app was removed from this store" })).toBeVisible({
    timeout: 10_000,
  });
  await expect(app.getByRole("link", { name: "Install again" })).toBeVisible();
});

test("switches wait while the app has to be accepted again", async ({ bigcommerce, newStore, openApp }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Order created")).toBeEnabled();
  await bigcommerce.voidToken(store);
  await flip(switchOf(app, "Cart created"));
  const toast = app.getByRole("alert").filter({ hasText: "Couldn't turn on Cart created" });
  await expect(toast.getByRole("button", { name: "Reopen app" })).toBeVisible();
  await expect(app.getByRole("heading", { name: "Reauthorize the app" })).toBeVisible();
  await expect(switchOf(app, "Order created")).toBeDisabled();
});

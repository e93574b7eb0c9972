import type { Hook } from "./bigcommerce.ts";
import { expect, rowOf, switchOf, test, tick, toggle } from "./fixtures.ts";
import { send } from "./trouble.ts";

const CHANNELS = "Channels and storefronts";

test("63 webhooks of a group are turned on and off again in three clicks each, and the message takes it back", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  const onAll = app.getByRole("button", { name: `Turn on all of ${CHANNELS}` });
  const offAll = app.getByRole("button", { name: `Turn off all of ${CHANNELS}` });
  await onAll.click();
  const dialog = app.getByRole("dialog");
  // Orders, products and customers are on for the whole store.
  await expect(dialog).toContainText("repeat events you already get, per channel");
  await expect(dialog.getByRole("list", { name: "Event types" })).toContainText(
    /Channel order created.+and \d+ more$/,
  );
  expect(await violations(dialog), "question").toEqual([]);
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const card = app.getByRole("region", { name: "Changes to many webhooks" });
  const done = app.getByText(/^\d+ webhooks turned on$/);
  await expect(done).toBeVisible();
  const before = (await bigcommerce.hooks(store)).length;
  expect(before).toBeGreaterThan(60);
  // All went well: nothing stays over the list.
  await expect(card).toBeHidden();

  await offAll.click();
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(app.getByText(/^\d+ webhooks turned off$/)).toBeVisible();
  await expect(done).toBeHidden();
  await expect(onAll).toBeEnabled();
  expect((await bigcommerce.hooks(store)).length).toBe(12);

  await app.getByRole("button", { name: "Undo" }).click();
  await expect(done).toBeVisible();
  expect((await bigcommerce.hooks(store)).length).toBe(before);
  await app.getByRole("button", { name: "View", exact: true }).click();
  await expect(card.getByRole("listitem").first()).toBeVisible();
  const box = await card.boundingBox();
  expect(box?.width).toBeLessThanOrEqual(320);
  expect(await violations(card), "card").toEqual([]);
});

test("boxes select a group or everything that a filter leaves, and show when only some is selected", async ({
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks?q=refund" });
  // By titles, scopes and sentences; what a type leaves out is no reason to find it.
  await expect(app.getByText(/^\d event types match$/)).toBeVisible();
  await expect(rowOf(app, "store/order/refund/created")).toBeVisible();
  await expect(rowOf(app, "store/product/inventory/order/updated")).toBeHidden();
  await expect(app.getByRole("button", { name: "Search" })).toHaveCount(0);

  await app.getByRole("searchbox").fill("cart");
  const all = app.getByRole("checkbox", { name: "Select all", exact: true });
  const ofCarts = app.getByRole("checkbox", { name: "Select all of Carts" });
  await tick(app.getByRole("checkbox", { name: "Select Cart created", exact: true }));
  const isHalf = (box: typeof all) => box.evaluate((input: HTMLInputElement) => input.indeterminate);
  expect([await isHalf(all), await isHalf(ofCarts)]).toEqual([true, true]);
  await tick(ofCarts);
  expect([await isHalf(all), await isHalf(ofCarts)]).toEqual([true, false]);
  await tick(all);
  await expect(app.getByRole("group", { name: /^\d+ selected$/ })).toBeVisible();
  await all.press("Space");
  await expect(app.getByRole("group", { name: /^\d+ selected$/ })).toBeHidden();
});

test("a type that includes others replaces them once that is agreed, and a set says how much of it is on", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  const orders = async () =>
    (await bigcommerce.hooks(store))
      .map(({ scope }) => scope)
      .filter((scope) => scope.startsWith("store/order/"))
      .toSorted();
  const before = await orders();
  const set = app.getByRole("button", { name: /^Orders and fulfillment/ });
  await expect(set).toHaveText("Orders and fulfillment 4 of 10 on");
  await expect(switchOf(app, "All order events")).not.toBeChecked();
  await toggle(app, "All order events");
  const dialog = app.getByRole("dialog", {
    name: `All order events includes ${before.length} that are on. Replace them?`,
  });
  expect(await violations(dialog), "question").toEqual([]);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(app.getByText(`Replaced ${before.length} webhooks.`)).toBeVisible();
  expect(await orders()).toEqual(["store/order/*"]);
  await expect(
    app.getByRole("button", { name: "Orders 1 of 12 on All order events: 11 types" }),
  ).toBeVisible();
  await expect(app.getByText(/arrives? twice$/)).toBeHidden();

  await app.getByRole("button", { name: "Undo" }).click();
  await expect(app.getByText("1 webhook is off.")).toBeVisible();
  expect(await orders()).toEqual(before);

  await set.click();
  const ask = app.getByRole("dialog", { name: "Turn on Orders and fulfillment?" });
  await expect(ask).toContainText("This turns on 6 event types. 4 of the set are already on.");
  await expect(ask.getByRole("list", { name: "Event types" })).toContainText("Order archived");
  await ask.getByRole("button", { name: "Turn on" }).click();
  await expect(set).toHaveText("Orders and fulfillment 10 of 10 on");
  await set.click();
  await app
    .getByRole("dialog", { name: "Turn off Orders and fulfillment?" })
    .getByRole("button", { name: "Turn off" })
    .click();
  await expect(set).toHaveText("Orders and fulfillment 0 of 10 on");

  // What arrives twice all the same, because two were turned on at once, has one button in its details that ends it.
  const changes = ["store/order/*", "store/order/created"].map((scope) => ({ scope, wanted: true }));
  await send(app, store, ["PUT", "subscriptions", { changes }]);
  const details = await openApp(store, { path: "/webhooks/store/order/created" });
  const panel = details.getByRole("dialog", { name: "Order created" });
  await expect(panel.getByText("Arrives twice", { exact: true }).first()).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Turn off/ })).toHaveCount(1);
  await panel.getByRole("button", { name: /^Turn off/ }).click();
  await expect.poll(orders).toEqual(["store/order/*"]);
});

test("four broken webhooks are repaired from the filtered list with one button", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const before = await bigcommerce.hooks(store);
  const [lost, off, astray, bare] = before;
  if (!lost || !off || !astray || !bare) throw new Error("The starter set is not there");
  await bigcommerce.loseHook(store, lost);
  await bigcommerce.changeHook(store, off, { is_active: false });
  await bigcommerce.changeHook(store, astray, { destination: "https://elsewhere.example/hook" });
  await bigcommerce.changeHook(store, bare, { headers: {} });
  const app = await openApp(store, { path: "/webhooks?show=attention" });
  await app.getByRole("button", { name: "Check now" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(app.getByText("4 event types match")).toBeVisible();
  await app.getByRole("button", { name: "Fix all" }).click();
  await expect(app.getByText("Fixed 4 webhooks")).toBeVisible();
  await expect(app.getByRole("heading", { name: "No event types match" })).toBeVisible();
  const essences = (hooks: Hook[]) =>
    new Map(
      hooks.map(({ scope, destination, headers, is_active }) => [scope, { destination, headers, is_active }]),
    );
  const after = await bigcommerce.hooks(store);
  expect(after).toHaveLength(before.length);
  expect(essences(after)).toEqual(essences(before));
});

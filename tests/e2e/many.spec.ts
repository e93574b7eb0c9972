import { expect, switchOf, test, tick } from "./fixtures.ts";

test("two event types are selected and turned off together", async ({ bigcommerce, newStore, openApp }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  for (const title of ["Order created", "Order status updated"])
    await tick(app.getByRole("checkbox", { name: `Select ${title}`, exact: true }));
  const bar = app.getByRole("group", { name: "2 selected" });
  await bar.getByRole("button", { name: "Turn off" }).click();
  const dialog = app.getByRole("dialog", { name: "Turn off 2 webhooks?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Turn off" }).click();

  await expect(app.getByText("2 webhooks are off.")).toBeVisible();
  await expect(switchOf(app, "Order created")).not.toBeChecked();
  await expect(switchOf(app, "Order status updated")).not.toBeChecked();
  const scopes = (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  expect(scopes).toHaveLength(10);
  expect(scopes).not.toContain("store/order/created");

  // What is done is no longer selected, and one message tells of it.
  await expect(app.getByRole("group", { name: /selected$/ })).toBeHidden();
  await app.getByRole("button", { name: "Undo" }).click();
  await expect(app.getByText("2 webhooks are on.")).toBeVisible();
  await expect(app.getByText("2 webhooks are off.")).toBeHidden();
  await expect(switchOf(app, "Order created")).toBeChecked();
  expect(await bigcommerce.hooks(store)).toHaveLength(12);
});

test("a whole group is turned on at once, each event type by a webhook of its own", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Cart converted")).toBeChecked();
  await app.getByRole("button", { name: "Turn on all of Carts" }).click();
  await expect(app.getByText(/^\d+ webhooks turned on$/)).toBeVisible();
  await expect(app.getByRole("button", { name: "Turn off all of Carts" })).toBeEnabled();

  const scopes = (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  const ofCarts = scopes.filter((scope) => scope.startsWith("store/cart/"));
  expect(ofCarts.length).toBeGreaterThan(8);
  expect(new Set(scopes).size).toBe(scopes.length);
  // A wildcard beside its members would bring each event twice.
  expect(ofCarts.filter((scope) => scope.endsWith("*"))).toEqual([]);
});

test("turning on a lot asks first, and does nothing when the answer is no", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await app.getByRole("button", { name: /^Turn on all of Channels/ }).click();
  const dialog = app.getByRole("dialog", { name: /^Turn on \d+ webhooks\?$/ });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await expect(app.getByRole("button", { name: /^Turn on all of Channels/ })).toBeFocused();
  expect(await bigcommerce.hooks(store)).toHaveLength(12);
});

import { eventButtons, expect, focused, FRAME, goTo, switchOf, test, toggle } from "./fixtures.ts";

test("the main job is done without a mouse", async ({ bigcommerce, newStore, openApp, page }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Order created")).toBeChecked();
  const press = (key: string) => page.keyboard.press(key);
  /** Goes on by Tab until something of this name has focus, as a person does. */
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 60; steps++) {
      if (name.test(await focused(app))) return;
      await press("Tab");
    }
    throw new Error(`Tab never came to ${name}`);
  };

  await page.locator(FRAME).focus();
  await press("Tab");
  expect(await focused(app)).toBe("Skip to content");
  await press("Enter");
  await tabTo(/^Check now$/);

  await press("/");
  await page.keyboard.type("cart created");
  await expect(switchOf(app, "Order created")).toBeHidden();
  await tabTo(/^Cart created, switch$/);
  await press("Space");
  await expect(app.getByText("Cart created is on. First events can take a minute.")).toBeVisible();
  await expect(switchOf(app, "Cart created")).toBeFocused();
  await expect(switchOf(app, "Cart created")).toBeChecked();

  await page.locator(FRAME).focus();
  await app.getByRole("link", { name: "Skip to content" }).focus();
  await tabTo(/^Events$/);
  await press("Enter");
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Events/);
  await expect(app.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  await bigcommerce.fire(store, "store/cart/created", { data: { type: "cart", id: "c1" } });
  await expect(eventButtons(app)).toHaveCount(1);

  await press("j");
  await expect(eventButtons(app).first()).toBeFocused();
  await press("Enter");
  await expect(app.getByRole("heading", { level: 2, name: "Cart c1 was created" })).toBeFocused();
  await press("Escape");
  await expect(app.getByRole("heading", { level: 2, name: "Cart c1 was created" })).toBeHidden();
  await expect(eventButtons(app).first()).toBeFocused();
});

test("Escape closes what is open, and focus returns to what opened it", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 3 });
  const app = await openApp(store, { path: "/webhooks" });
  const escape = () => page.keyboard.press("Escape");

  await app.getByRole("link", { name: "Order created", exact: true }).press("Enter");
  await expect(app.getByRole("heading", { level: 2, name: "Order created" })).toBeFocused();
  await escape();
  await expect(app.getByRole("heading", { level: 2, name: "Order created" })).toBeHidden();
  expect(await focused(app)).toBe("Order created");

  const turnOn = app.getByRole("button", { name: /^Turn on all of Channels/ });
  await turnOn.press("Enter");
  await expect(app.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await escape();
  await expect(app.getByRole("dialog")).toBeHidden();
  await expect(turnOn).toBeFocused();

  await goTo(app, "Events");
  await expect(eventButtons(app)).toHaveCount(3);
  await page.keyboard.press("?");
  await expect(app.getByRole("dialog").locator(":focus")).toBeVisible();
  await escape();
  await expect(app.getByRole("dialog")).toBeHidden();
  expect(await focused(app)).not.toBe("body");

  const types = app.getByRole("button", { name: "Event types: all" });
  await types.press("Enter");
  await expect(app.getByRole("dialog", { name: "Choose event types" })).toBeVisible();
  await escape();
  await expect(types).toBeFocused();
});

test("keys of the log are off while something is typed", async ({ newStore, openApp }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/events" });
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  await app.getByRole("searchbox", { name: "Search events" }).pressSequentially("pj?");
  await expect(app.getByRole("searchbox", { name: "Search events" })).toHaveValue("pj?");
  await expect(app.getByRole("dialog")).toBeHidden();
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
});

test("closing a message by key leaves focus on the page", async ({ newStore, openApp, page }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await toggle(app, "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
  await app.getByRole("button", { name: "Close message" }).press("Enter");
  await expect(app.getByText("Order created is off.")).toBeHidden();
  expect(await focused(app)).not.toBe("body");
  await page.keyboard.press("/");
  await expect(app.getByRole("searchbox", { name: "Search event types" })).toBeFocused();
});

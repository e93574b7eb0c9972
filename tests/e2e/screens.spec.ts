import { eventButtons, expect, rowOf, switchOf, test, tick, toggle } from "./fixtures.ts";
import { FAILED, SCREENS } from "./screens.ts";

/**
 * Widths of the app's frame: a laptop's, a large screen's, a tablet's, a phone's, and the narrowest that has to do (WCAG
 * 1.4.10). A screen fits in each. What it is made of changes with the layout alone, and is looked at once in each layout.
 */
const WIDTHS = [1040, 1920, 768, 390, 320] as const;
const LAYOUTS: readonly number[] = [1040, 768, 320];
/** Widths in which what lies over a screen has the same layout; it is looked at in the last of them. */
const WIDTHS_OVER = [
  [1920, 768, 1040],
  [390, 320],
] as const;

for (const { name, path, data, shown, broken } of SCREENS) {
  test(`${name} is usable by everybody while it loads, without its data, in each layout and in forced colors, and fits`, async ({
    bigcommerce,
    expectFailures,
    frameWidth,
    newStore,
    openApp,
    page,
    violations,
    widthsFit,
  }) => {
    const store = await newStore();
    await bigcommerce.fire(store, "store/order/created", { count: 5 });
    await bigcommerce.fire(store, "store/customer/created", { duplicate: true });
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route(data, async (route) => {
      await answered;
      await route.fulfill(FAILED);
    });
    const app = await openApp(store, { path });
    await expect(app.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${name}`));
    expect(await violations(), `${name}, loading`).toEqual([]);
    await widthsFit();

    expectFailures(/ 500 GET .*\/api\//, /status of 500/);
    answer();
    await expect(app.getByText(broken)).toBeVisible();
    expect(await violations(), `${name}, broken`).toEqual([]);
    await page.unrouteAll();
    await app.getByRole("button", { name: "Try again" }).click();
    await expect(app.getByText(broken)).toBeHidden();

    for (const width of WIDTHS) {
      await frameWidth(width);
      await shown(app);
      await widthsFit();
      if (LAYOUTS.includes(width)) expect(await violations(), `${name} at ${width}`).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: "active" });
    await frameWidth(1040);
    await shown(app);
    expect(await violations(), `${name} in forced colors`).toEqual([]);
  });
}

test("empty screens and full pages are usable by everybody", async ({
  newStore,
  openApp,
  page,
  product,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/events" });
  await expect(app.getByRole("heading", { name: "No events yet" })).toBeVisible();
  expect(await violations(), "no events").toEqual([]);
  await openApp(store, { path: "/events?q=nothing" });
  await expect(app.getByRole("heading", { name: "No events match these filters" })).toBeVisible();
  expect(await violations(), "nothing found").toEqual([]);
  await openApp(store, { path: "/webhooks?q=zebra" });
  await expect(app.getByRole("heading", { name: "No event types match" })).toBeVisible();
  expect(await violations(), "no event types").toEqual([]);
  await openApp(store);
  await expect(app.getByRole("heading", { name: "No events yet" })).toBeVisible();
  expect(await violations(), "empty overview").toEqual([]);

  const full = async (address: string, title: string) => {
    await app.locator("html").evaluate((_, url) => location.replace(url), `${product.appUrl}${address}`);
    await expect(app.getByRole("heading", { name: title })).toBeVisible();
    expect(await violations(), title).toEqual([]);
  };
  await full("/launch-failed?reason=link_expired", "This link is too old");
  await full("/", "Open Webhook Keeper from your store");
  await page.setViewportSize({ width: 420, height: 800 });
  await full("/launch-failed?reason=not_installed", "Webhook Keeper isn't installed in your store");
});

for (const widths of WIDTHS_OVER) {
  const width = widths[widths.length - 1] ?? 0;

  test(`what opens over the log is usable by everybody at ${width}, and fits`, async ({
    bigcommerce,
    fitsAt,
    frameWidth,
    newStore,
    openApp,
    page,
    violations,
  }) => {
    const store = await newStore();
    await bigcommerce.fire(store, "store/order/created", { count: 2, data: { type: "order", id: 5 } });
    await bigcommerce.fire(store, "store/product/updated", { count: 3, data: { type: "product", id: 6 } });
    const app = await openApp(store, { path: "/events" });
    await frameWidth(width);
    await expect(eventButtons(app)).toHaveCount(3);
    await app.getByRole("button", { name: /^3 events/ }).press("Enter");
    await expect(eventButtons(app)).toHaveCount(5);
    expect(await violations(), "unfolded").toEqual([]);

    const isNarrow = width < 720;
    if (isNarrow) {
      await app.getByRole("button", { name: "Filters" }).press("Enter");
      const filters = app.getByRole("dialog", { name: "Filters" });
      await expect(filters).toBeVisible();
      expect(await violations(filters), "filters").toEqual([]);
      await fitsAt(widths);
    }

    await app.getByRole("button", { name: "Event types: all" }).press("Enter");
    const types = app.getByRole("dialog", { name: "Choose event types" });
    await expect(types).toBeVisible();
    expect(await violations(types), "event types").toEqual([]);
    await fitsAt(widths);
    await page.keyboard.press("Escape");

    await app.getByRole("combobox", { name: "Time" }).press("Enter");
    await expect(app.getByRole("option", { name: "Custom range" })).toBeVisible();
    expect(await violations(app.getByRole("listbox")), "times").toEqual([]);
    await app.getByRole("option", { name: "Custom range" }).click();
    await expect(app.getByRole("textbox", { name: "From" })).toBeVisible();
    expect(await violations(), "custom range").toEqual([]);
    await fitsAt(widths);

    if (isNarrow) await app.getByRole("button", { name: "Show events" }).press("Enter");

    await app.getByRole("button", { name: "More actions" }).press("Enter");
    expect(await violations(app.getByRole("menu")), "actions").toEqual([]);
    await app.getByRole("menuitem", { name: "Keyboard shortcuts" }).press("Enter");
    expect(await violations(app.getByRole("dialog")), "keys").toEqual([]);
    await page.keyboard.press("Escape");

    await eventButtons(app).first().press("Enter");
    await expect(app.getByRole("region", { name: "Payload" })).toBeVisible();
    await app.getByText("Headers", { exact: true }).click();
    expect(await violations(app.getByRole("dialog")), "event open").toEqual([]);
    await fitsAt(widths);
    await page.keyboard.press("Escape");
    await expect(app.getByRole("region", { name: "Payload" })).toBeHidden();
  });

  test(`what opens over the webhooks is usable by everybody at ${width}, and fits`, async ({
    bigcommerce,
    fitsAt,
    frameWidth,
    newStore,
    openApp,
    page,
    violations,
  }) => {
    const store = await newStore();
    for (const hook of (await bigcommerce.hooks(store)).slice(0, 2)) await bigcommerce.loseHook(store, hook);
    // A few rows of the list; the story above looks at all of them.
    const app = await openApp(store, { path: "/webhooks?q=created" });
    await frameWidth(width);
    await expect(switchOf(app, "Cart created")).not.toBeChecked();

    await app.getByRole("button", { name: "Check now" }).click();
    const plan = app.getByRole("dialog", { name: "What will change" });
    await expect(plan).toBeVisible();
    expect(await violations(plan), "plan").toEqual([]);
    await fitsAt(widths);
    await page.keyboard.press("Escape");
    await expect(app.getByRole("heading", { name: "2 webhooks need attention" })).toBeVisible();
    expect(await violations(), "two missing").toEqual([]);

    await toggle(app, "Cart created");
    const messages = app.getByRole("region", { name: "Notifications" });
    await expect(messages).toContainText("Cart created is on. First events can take a minute.");
    expect(await violations(messages), "message").toEqual([]);
    await tick(app.getByRole("checkbox", { name: "Select Cart created", exact: true }));
    const selection = app.getByRole("group", { name: "1 selected" });
    await expect(selection).toBeVisible();
    expect(await violations(selection), "selection").toEqual([]);
    await fitsAt(widths);

    await rowOf(app, "store/cart/created").getByRole("link", { name: "Cart created" }).press("Enter");
    await app.getByText("Technical details").press("Enter");
    await expect(app.getByRole("region", { name: "Example payload" })).toBeVisible();
    expect(await violations(app.getByRole("dialog")), "webhook open").toEqual([]);
    await fitsAt(widths);
    await page.keyboard.press("Escape");
    // Closing gives the focus back, and a list that opened before that would close with it.
    await expect(rowOf(app, "store/cart/created").getByRole("link", { name: "Cart created" })).toBeFocused();

    await app.getByRole("combobox", { name: "State" }).press("Enter");
    await expect(app.getByRole("option", { name: "Receiving" })).toBeVisible();
    expect(await violations(app.getByRole("listbox")), "states").toEqual([]);
    await page.keyboard.press("Escape");
  });
}

test("a webhook that nobody manages here can be taken over from its row, and its menu is usable by everybody", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const [hook] = await bigcommerce.hooks(store);
  if (!hook) throw new Error("The starter set is not there");
  const { destination, headers } = hook;
  await bigcommerce.addHook(store, { scope: "store/cart/updated", destination, headers });
  const app = await openApp(store, { path: "/webhooks" });
  await app.getByRole("button", { name: "Check now" }).click();
  const strays = app.getByRole("table", { name: "Not managed" });
  await expect(strays).toBeVisible();
  await strays.getByRole("button", { name: "Action, Cart updated" }).press("Enter");
  await expect(app.getByRole("menu")).toBeVisible();
  expect(await violations(), "with its menu").toEqual([]);
  await app.getByRole("menu").press("Escape");
  await expect(app.getByRole("menu")).toBeHidden();
  await app.getByRole("button", { name: "Manage Cart updated" }).press("Enter");
  await expect(switchOf(app, "Cart updated")).toBeChecked();
  await expect(strays).toBeHidden();
  expect((await bigcommerce.hooks(store)).filter(({ scope }) => scope === "store/cart/updated")).toHaveLength(
    1,
  );
});

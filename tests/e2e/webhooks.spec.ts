import { expect, flip, focused, rowOf, switchOf, test, toggle, type FrameLocator } from "./fixtures.ts";

const DEEP = "store/cart/abandoned";

/** Where the list and its rows are: the scroll of the page, and the place of each row on it. */
function placesOf(app: FrameLocator): Promise<number[]> {
  return app
    .locator("html")
    .evaluate(() => [
      scrollY,
      ...[...document.querySelectorAll("tr")].map((row) => row.getBoundingClientRect().top),
    ]);
}

/** By how many pixels the lists scroll sideways: a scope breaks at its slashes before its list does. */
function excessOf(app: FrameLocator): Promise<number> {
  return app
    .getByRole("region")
    .filter({ has: app.locator("table") })
    .evaluateAll((lists) => Math.max(...lists.map((list) => list.scrollWidth - list.clientWidth)));
}

test("a webhook's details open over the list, which stays where it is, and say the least first", async ({
  frameWidth,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  const link = app.locator(`[id="webhook-${DEEP}"]`);
  for (const width of [1280, 800]) {
    await frameWidth(width);
    await link.scrollIntoViewIfNeeded();
    expect(await excessOf(app), `pixels at ${width}`).toBe(0);
    const before = await placesOf(app);
    expect(before[0], "scroll").toBeGreaterThan(1_000);
    await link.click();
    const drawer = app.getByRole("dialog", { name: "Cart abandoned" });
    await expect(drawer.getByRole("heading", { level: 2 })).toBeFocused();
    await expect(drawer.getByRole("img", { name: /^0 events received/ })).toBeVisible();
    expect(await placesOf(app), `open at ${width}`).toEqual(before);
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await expect(link).toBeFocused();
    expect(await placesOf(app), `closed at ${width}`).toEqual(before);
  }

  await frameWidth(1280);
  // The name is the only way in; the rest is in one menu.
  const row = rowOf(app, "store/cart/created");
  await row.getByRole("button", { name: "More actions, Cart created" }).click();
  await expect(app.getByRole("menuitem")).toHaveText([
    "Turn on",
    "View events",
    "Send test event",
    "Copy scope",
  ]);
  expect(await violations(app.getByRole("menu")), "menu").toEqual([]);
  await page.keyboard.press("Escape");
  await expect(row.getByRole("button")).toHaveCount(1);
  // What is off has no figures, and the name of its switch is the name that is shown.
  await expect(row.getByRole("cell", { name: "–", exact: true })).toHaveCount(2);
  await flip(row.getByRole("switch", { name: "Cart created", exact: true }));
  await expect(app.getByText("Cart created is on. First events can take a minute.")).toBeVisible();
});

test("a merchant is shown neither scopes nor what only developers look for, and search finds it all the same", async ({
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore({ isPlain: true });
  const app = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Order created")).toBeChecked();
  await expect(
    app.getByText("These are Keeper's own webhooks. BigCommerce doesn't let apps see each other's."),
  ).toBeVisible();
  await expect(app.getByText("store/order/created")).toHaveCount(0);
  await expect(app.getByRole("button", { name: /^(Channels|B2B|Price lists)/ })).toHaveCount(0);
  await expect(app.getByText(/metafield/i)).toHaveCount(1);
  await app.getByRole("searchbox").fill("channel order created");
  await expect(switchOf(app, "Channel order created")).toBeEnabled();
  await app.getByRole("searchbox").fill("");

  await app.getByRole("link", { name: "Order created", exact: true }).click();
  const drawer = app.getByRole("dialog", { name: "Order created" });
  await expect(drawer.getByRole("heading", { level: 3 })).toHaveText(["Sent when", "Events over time"]);
  await expect(drawer.getByText("Technical details")).toHaveCount(0);
  expect(await violations(drawer)).toEqual([]);
});

test("in forced colors a switch shows whether it is on, and the sections which one is open", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created");
  await page.emulateMedia({ forcedColors: "active" });
  const app = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Order created")).toBeChecked();
  const look = (title: string) =>
    switchOf(app, title).evaluate((input) => {
      const label = input.nextElementSibling;
      if (!label) throw new Error("The switch has no body");
      const [track, knob] = [getComputedStyle(label), getComputedStyle(label, "::before")];
      return {
        isDrawn: track.borderTopStyle === "solid" && track.borderTopWidth === "1px",
        track: track.backgroundColor,
        knob: knob.backgroundColor,
      };
    });
  const [on, off] = [await look("Order created"), await look("Order updated")];
  expect([on.isDrawn, off.isDrawn]).toEqual([true, true]);
  expect(on.track).not.toBe(off.track);
  for (const { track, knob } of [on, off]) expect(knob).not.toBe(track);

  const edge = (section: string) =>
    app
      .getByRole("navigation", { name: "Sections" })
      .getByRole("link", { name: section })
      .evaluate((link) => getComputedStyle(link).borderBottomColor);
  expect(await edge("Webhooks")).not.toBe(await edge("Events"));

  await app.getByRole("link", { name: "Order created", exact: true }).click();
  const axis = app.getByRole("dialog").locator("svg text").first();
  await expect(axis).toBeVisible();
  const [ink, text] = await axis.evaluate((label) => [
    getComputedStyle(label).fill,
    getComputedStyle(document.body).color,
  ]);
  expect(ink, "the labels of a chart are as the system's text").toBe(text);
});

test("a second window shows what is turned on in the first within seconds", async ({
  context,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const first = await openApp(store, { path: "/webhooks" });
  const second = await openApp(store, { path: "/webhooks", page: await context.newPage() });
  await expect(switchOf(second, "Cart created")).not.toBeChecked();
  await toggle(first, "Cart created");
  await expect(switchOf(second, "Cart created")).toBeChecked({ timeout: 8_000 });
});

test("the address of a type that is not in the catalog says so, and leads back to the list", async ({
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks/store/nothing/here" });
  await app.getByRole("button", { name: "View all webhooks" }).press("Enter");
  await expect(app.getByRole("dialog")).toBeHidden();
  expect(await focused(app)).not.toBe("body");
});

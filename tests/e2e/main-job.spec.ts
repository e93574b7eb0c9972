import { eventButtons, expect, goTo, rowOf, switchOf, test, toggle, type FrameLocator } from "./fixtures.ts";

/** When a text is first to be seen in the app's frame, by the frame's own clock. */
function seenAt(app: FrameLocator, text: string): Promise<number> {
  return app.locator("body").evaluate(
    (_, wanted) =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.body.innerText.includes(wanted) ? resolve(Date.now()) : requestAnimationFrame(look);
        look();
      }),
    text,
  );
}

test("what is switched on is in the open log within a second, as it was received", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Cart created")).not.toBeChecked();
  await toggle(app, "Cart created");
  await expect(app.getByText("Cart created is on. First events can take a minute.")).toBeVisible();
  await expect(switchOf(app, "Cart created")).toBeChecked();

  // Of two event types alone nothing is folded: what a checkout makes is one row otherwise.
  await openApp(store, { path: "/events?scope=store/cart/created&scope=store/order/created" });
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  await expect(app.getByRole("heading", { name: "No events match these filters" })).toBeVisible();

  const appearances = Promise.all(
    ["store/cart/created", "store/order/created"].map((scope) => seenAt(app, scope)),
  );
  const [answer] = await Promise.all([
    page.waitForResponse(/\/shop\/place-order$/),
    page.getByRole("button", { name: "Place an order" }).click(),
  ]);
  const { startTime, responseEnd } = await answer.finished().then(() => answer.request().timing());
  const [cart = Infinity, order = Infinity] = await appearances;
  expect(cart - (startTime + responseEnd), "milliseconds to the event switched on").toBeLessThanOrEqual(
    1_000,
  );
  expect(order - (startTime + responseEnd), "milliseconds to an event of the set").toBeLessThanOrEqual(1_000);

  const { secret } = await secretOf(bigcommerce.hooks(store));
  await rowOf(app, "store/cart/created").locator(eventButtons(app)).click();
  const panel = app.getByRole("dialog", { name: /^Cart .* was created$/ });
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(
    panel.getByText("Signed by BigCommerce, and came with this store's secret header"),
  ).toBeVisible();
  await expect(panel.getByRole("region", { name: "Payload" })).toContainText('"type": "cart"');
  await panel.getByText("Headers", { exact: true }).click();
  await expect(panel.getByText("webhook-signature", { exact: true })).toBeVisible();
  await expect(panel.getByText(`••••${secret.slice(-4)}`)).toBeVisible();
  await expect(panel).not.toContainText(secret);

  // What was made is shown itself, once it was read: there is nothing to compare it with.
  await page.keyboard.press("Escape");
  await rowOf(app, "store/order/created").locator(eventButtons(app)).click();
  const made = app.getByRole("dialog", { name: /^Order \d+ was created/ });
  for (const fact of ["Customer", "Total with tax", "Status"])
    await expect(
      made.getByRole("region", { name: "What changed" }).getByText(fact, { exact: true }),
    ).toBeVisible();
});

test("the payload is the body as it was received, to the letter", async ({
  api,
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const data = { type: "order", id: 77, note: "Ünïcode, 😀, “quotes” and \u2028 separators", none: null };
  const [hash] = await bigcommerce.fire(store, "store/order/created", { data });
  const app = await openApp(store, { path: "/events" });
  await app.getByRole("link", { name: "Order 77 was created" }).click();
  const payload = app.getByRole("region", { name: "Payload" });
  await expect(payload).toContainText('"id": 77');
  const shown: unknown = JSON.parse((await payload.textContent()) ?? "");
  expect(shown).toMatchObject({ hash, data, scope: "store/order/created" });

  const id = await eventButtons(app).first().getAttribute("id");
  const event = (await (await api(store, `events/${id?.replace("event-", "")}`)).json()) as { body: string };
  expect(JSON.parse(event.body)).toEqual(shown);
});

test("a hash that is copied from one event finds it again in the log", async ({
  bigcommerce,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  // A control panel that does not delegate the clipboard makes the app copy in the old way, and the browser says so.
  expectFailures(/The Clipboard API has been blocked/);
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 3 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(3);
  await eventButtons(app).nth(1).click();
  const wanted = await eventButtons(app).nth(1).getAttribute("id");
  await app.getByRole("button", { name: "Copy hash" }).click();
  await expect(app.getByRole("status").filter({ hasText: "Copied" })).toBeAttached();
  await app.getByRole("searchbox", { name: "Search events" }).focus();
  await page.keyboard.press("ControlOrMeta+V");
  await page.keyboard.press("Enter");
  await expect(eventButtons(app)).toHaveCount(1);
  await expect(eventButtons(app)).toHaveAttribute("id", wanted ?? "");
});

test("what is switched off brings nothing any more", async ({ bigcommerce, newStore, openApp }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await toggle(app, "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
  await expect(switchOf(app, "Order created")).not.toBeChecked();
  const active = (await bigcommerce.hooks(store)).filter(({ is_active }) => is_active);
  expect(active.map(({ scope }) => scope)).not.toContain("store/order/created");

  await goTo(app, "Events");
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  await bigcommerce.fire(store, "store/order/created");
  // Whatever the first one brought would be here before the second one.
  await bigcommerce.fire(store, "store/customer/created");
  await expect(rowOf(app, "store/customer/created")).toBeVisible();
  await expect(eventButtons(app)).toHaveCount(1);
});

test("switching off by mistake is undone from the message that tells of it", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await toggle(app, "Order created");
  await app.getByRole("button", { name: "Undo" }).click();
  await expect(app.getByText("Order created is on. First events can take a minute.")).toBeVisible();
  await expect(switchOf(app, "Order created")).toBeChecked();
  const scopes = (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  expect(scopes.filter((scope) => scope === "store/order/created")).toHaveLength(1);
});

async function secretOf(hooks: Promise<{ headers: Record<string, string> | null }[]>) {
  const [secret] = Object.values((await hooks)[0]?.headers ?? {});
  if (!secret) throw new Error("The app's hooks carry no secret");
  return { secret };
}

import { appIn, eventButtons, expect, test, type FrameLocator, type Page, type Store } from "./fixtures.ts";

/** The page of the control panel on which the shop is changed by hand. */
async function openShop(page: Page, store: Store): Promise<void> {
  await page.goto(new URL(`/manage/${store.hash}/home`, page.url()).href);
}

async function act(page: Page, path: string, button: string): Promise<void> {
  await Promise.all([
    page.waitForResponse(new RegExp(`/shop/${path}$`)),
    page.getByRole("button", { name: button }).click(),
  ]);
}

/** What a copy button put into the clipboard. */
async function copied(page: Page, app: FrameLocator, button: string): Promise<string> {
  await app.getByRole("button", { name: button, exact: true }).click();
  await expect(app.getByText("Copied").first()).toBeVisible();
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("lines say names and values, and what was read is found by them", async ({
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await openApp(store, { path: "/events" });
  await openShop(page, store);
  await page.getByLabel("New price in dollars").fill("10");
  await act(page, "change-price", "Change a price");
  // Whatever it cost before: once that is read, it is known to cost ten.
  const before = await openApp(store, { path: "/events" });
  await eventButtons(before).first().click();
  await expect(before.getByRole("region", { name: "What changed" })).toContainText(
    /Compared with |First time we've seen|Nothing we track/,
  );
  await openShop(page, store);
  await page.getByLabel("New price in dollars").fill("12.5");
  await act(page, "change-price", "Change a price");
  await page.getByLabel("New status").selectOption({ label: "Disputed" });
  await act(page, "change-status", "Change order status");
  await page.getByLabel("New first name").fill("Kofitest");
  await act(page, "edit-customer", "Edit a customer");

  const app = await openApp(store, { path: "/events" });
  // The list fills in by itself what is read meanwhile.
  const price = app.getByRole("link", { name: /: price USD 10\.00 → 12\.50$/ });
  await expect(price).toBeVisible();
  await expect(app.getByRole("link", { name: /^Order \d+: .+ → Disputed$/ })).toBeVisible();
  await expect(app.getByRole("link", { name: /^Kofitest .+ was updated$/ })).toBeVisible();
  expect(await violations(), "named rows").toEqual([]);

  const search = app.getByRole("searchbox", { name: "Search events" });
  const find = async (text: string) => {
    await search.fill(text);
    await search.press("Enter");
  };
  const line = (await price.textContent()) ?? "";
  await find(line.split(":")[0]?.toUpperCase() ?? "");
  await expect(eventButtons(app)).toHaveCount(2);
  await find(line);
  await expect(price).toBeVisible();
  await find("kofitest");
  await expect(app.getByRole("link", { name: /^Kofitest .+ was updated$/ })).toBeVisible();
  await find("status:shipped");
  await expect(app.getByText("status: can be received, flagged, test, repeated or not_sent.")).toBeVisible();

  // A customer who was never read before is shown as they are now.
  await find("kofitest");
  await app.getByRole("link", { name: /^Kofitest .+ was updated$/ }).click();
  const section = app.getByRole("region", { name: "What changed" });
  await expect(section.getByText("Kofitest")).toBeVisible();
  await expect(section.getByText(/First time we've seen this customer/)).toBeVisible();

  // Staff do not find by what they may not see.
  const staff = await openApp(store, { path: "/events?q=kofitest", user: "staff" });
  await expect(staff.getByText("No events match these filters")).toBeVisible();
  const all = await openApp(store, { path: "/events", user: "staff" });
  await expect(all.getByRole("link", { name: /^Customer \d+ was updated$/ })).toBeVisible();
});

test("a link that was copied shows a colleague the same, and an event is printed alone", async ({
  browser,
  bigcommerce,
  context,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  // A control panel that does not delegate the clipboard makes the app copy in the old way, and the browser says so.
  expectFailures(/The Clipboard API has been blocked/);
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 4711 } });
  await bigcommerce.fire(store, "store/product/updated", { data: { type: "product", id: 77 } });
  const app = await openApp(store, { path: "/events?group=orders&time=24h" });
  await context.grantPermissions(["clipboard-read"]);
  await expect(eventButtons(app)).toHaveCount(1);
  await app.getByRole("button", { name: "Saved views" }).click();
  const view = await copied(page, app, "Copy link to what's shown");
  await app
    .getByRole("dialog", { name: "Saved views" })
    .getByRole("button", { name: "Close", exact: true })
    .last()
    .click();
  await eventButtons(app).click();
  await expect(app.getByRole("heading", { level: 2, name: /^Order 4711 was created/ })).toBeVisible();
  const event = await copied(page, app, "Copy link");
  expect(view).toContain(`/manage/${store.hash}/app/events?`);
  expect(event).toContain(`/manage/${store.hash}/app/events/`);

  // What changed, the payload, what is related, and then what developers ask for.
  await expect(app.getByRole("heading", { level: 3 })).toHaveText(["What changed", "Payload", "Related"]);
  const short =
    (await app
      .locator("dd", { has: app.getByRole("button", { name: "Copy event ID" }) })
      .locator("code")
      .textContent()) ?? "";
  expect(short).toMatch(/^[0-9a-f]{12}$/);
  await page.emulateMedia({ media: "print" });
  await expect(app.getByRole("heading", { level: 2, name: /^Order 4711 was created/ })).toBeVisible();
  await expect(app.getByRole("table")).toBeHidden();
  await expect(app.getByRole("button")).toHaveCount(0);
  await page.emulateMedia({ media: null });

  const other = await browser.newContext();
  try {
    const theirs = await other.newPage();
    await theirs.goto(view);
    await expect(eventButtons(appIn(theirs))).toHaveText(["Order 4711 was created"]);
    await theirs.goto(event);
    await expect(
      appIn(theirs).getByRole("heading", { level: 2, name: /^Order 4711 was created/ }),
    ).toBeVisible();
    // The short id finds its event.
    await theirs.goto(view.replace(/\?.*/, `?q=${short}`));
    await expect(eventButtons(appIn(theirs))).toHaveText(["Order 4711 was created"]);
  } finally {
    await other.close();
  }

  const hooks = await openApp(store, { path: "/webhooks/store/order/created" });
  expect(await copied(page, hooks, "Copy link")).toContain("/app/webhooks/store/order/created");
});

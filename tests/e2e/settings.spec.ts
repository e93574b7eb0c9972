import { eventButtons, expect, flip, goTo, switchOf, test, type FrameLocator } from "./fixtures.ts";

const OWNER_LINE = "Only the store owner can change settings for the whole store.";
const heading = (app: FrameLocator) => app.getByRole("heading", { level: 1 });
/** As the browser's Back does; the page around the frame stays. */
const back = (app: FrameLocator) => app.locator("html").evaluate(() => history.back());
const pages = (app: FrameLocator) => app.getByRole("navigation", { name: "Settings pages" });

test("Settings are five pages, each with its address; an owner sees four, staff one line that says what they may not", async ({
  newStore,
  openApp,
}) => {
  const store = await newStore({ isPlain: true });
  const app = await openApp(store, { path: "/settings" });
  await expect(heading(app)).toHaveText("Settings: General");
  await expect(pages(app).getByRole("link")).toHaveText([
    "General",
    "Alerts",
    "Privacy and data",
    "Activity log",
  ]);
  await expect(app.getByText("Store hash")).toHaveCount(0);
  await expect(app.getByText(OWNER_LINE)).toHaveCount(0);
  // A page of five panels is not the scroll of 5,100 pixels that all of them were.
  expect(await app.locator("html").evaluate((root) => root.scrollHeight)).toBeLessThan(2_200);

  await flip(app.getByRole("checkbox", { name: "Show technical details" }));
  await pages(app).getByRole("link", { name: "Developer" }).click();
  await expect(heading(app)).toHaveText("Settings: Developer");
  await expect(heading(app)).toBeFocused();
  await expect(
    app.getByText("Can read store information, orders, products, customers, carts and channels."),
  ).toBeVisible();
  await back(app);
  await expect(heading(app)).toHaveText("Settings: General");

  // Reached by its address alone: nobody among the staff asked for technical details.
  const staff = await openApp(store, { user: "staff", path: "/settings/developer" });
  const line = staff.getByText(/^Only the store owner/);
  await expect(heading(staff)).toHaveText("Settings: Developer");
  await expect(line).toHaveText([OWNER_LINE]);
  for (const name of ["Alerts", "Privacy and data", "General"]) {
    await pages(staff).getByRole("link", { name }).click();
    await expect(heading(staff)).toHaveText(`Settings: ${name}`);
    await expect(line).toHaveText([OWNER_LINE]);
  }
  await expect(staff.getByRole("row", { name: new RegExp(`^${store.staff.email}`) })).toContainText("Staff");
});

test("what is not saved is asked about before a page is left, by a link or by going back", async ({
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/settings/general" });
  await pages(app).getByRole("link", { name: "Alerts" }).click();
  const url = app.getByLabel("Alert webhook URL");
  await url.fill("https://alerts.example.com/keeper");
  const question = app.getByRole("dialog", { name: "Leave without saving?" });

  for (const link of [
    pages(app).getByRole("link", { name: "Privacy and data" }),
    app.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Events" }),
  ]) {
    await link.click();
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toBeHidden();
    await expect(url).toHaveValue("https://alerts.example.com/keeper");
  }
  await back(app);
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(heading(app)).toHaveText("Settings: Alerts");
  await expect(url).toHaveValue("https://alerts.example.com/keeper");

  await back(app);
  await question.getByRole("button", { name: "Leave page" }).click();
  await expect(heading(app)).toHaveText("Settings: General");
  await pages(app).getByRole("link", { name: "Alerts" }).click();
  await expect(url).toHaveValue("");

  // Nothing is asked once all is saved, or given up.
  await url.fill("https://alerts.example.com/keeper");
  await app.getByRole("button", { name: "Cancel" }).click();
  await goTo(app, "Events");
  await expect(heading(app)).toHaveText(/^Events/);
});

test("the owner keeps the changing of webhooks to themselves, and staff see it in one line", async ({
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/settings/privacy" });
  const right = app.getByRole("switch", { name: "Staff can change webhooks" });
  await expect(right).toBeChecked();
  await flip(right);
  await expect(
    app.getByText("Staff see webhooks and events. Only the owner changes webhooks."),
  ).toBeVisible();

  const staff = await openApp(store, { user: "staff", path: "/webhooks" });
  await expect(switchOf(staff, "Order created")).toBeDisabled();
  await expect(staff.getByText("Only the store owner can change webhooks.")).toHaveCount(1);
  const owner = await openApp(store, { path: "/webhooks" });
  await expect(switchOf(owner, "Order created")).toBeEnabled();
  await expect(owner.getByText("Only the store owner can change webhooks.")).toHaveCount(0);
});

test("alerts ask about four things; single causes are a technical detail, and so is the signed request", async ({
  newStore,
  openApp,
  page,
}) => {
  const plain = await newStore({ isPlain: true });
  // Whoever runs the app has no mail server: that is no alarm, and the page says whom to ask.
  await page.route(/\/api\/alerts\/settings$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), isMailSetUp: false } });
  });
  const simple = await openApp(plain, { path: "/settings/alerts" });
  const alerts = simple.getByRole("region", { name: "Alerts", exact: true });
  await expect(alerts.getByText("Email alerts aren't available.")).toBeVisible();
  await expect(alerts.getByRole("link", { name: /^Contact support/ })).toBeVisible();
  await expect(alerts.getByRole("alert")).toHaveCount(0);
  await page.unrouteAll();
  await expect(simple.getByRole("group", { name: "Alert me about" }).getByRole("checkbox")).toHaveCount(4);
  await expect(simple.getByLabel("Alert webhook URL")).toHaveCount(0);

  const store = await newStore();
  const app = await openApp(store, { path: "/settings/alerts" });
  const causes = app.getByRole("group", { name: "Alert me about" });
  const warnings = causes.getByRole("checkbox", { name: "Warnings" });
  await causes.getByText("Choose single causes").last().click();
  await flip(causes.getByRole("checkbox", { name: "No event for 75 days" }));
  await expect(warnings).toBeChecked({ indeterminate: true });
  await app.getByRole("button", { name: "Save alerts" }).click();
  await expect(app.getByText("Alerts saved")).toBeVisible();
  await flip(warnings);
  await expect(causes.getByRole("checkbox", { name: "No event for 75 days" })).toBeChecked();
});

test("an event's menu leads to what there is to erase about its thing", async ({
  api,
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1023 } });
  await expect
    .poll(
      async () => ((await (await api(store, "events?q=order:1023")).json()) as { events: [] }).events.length,
    )
    .toBe(1);
  // Only the owner erases.
  const staff = await openApp(store, { path: "/events", user: "staff" });
  await eventButtons(staff).first().click();
  await expect(staff.getByRole("button", { name: "Print event" })).toBeVisible();
  await expect(staff.getByRole("dialog").getByRole("button", { name: "More actions" })).toHaveCount(0);

  const app = await openApp(store, { path: "/events" });
  await eventButtons(app).first().click();
  await app.getByRole("dialog").getByRole("button", { name: "More actions" }).click();
  await app.getByRole("menuitem", { name: "Erase data" }).click();
  const erase = app.getByRole("region", { name: "Erase data" });
  await expect(erase.getByRole("combobox", { name: "Type" })).toHaveValue("Order");
  await expect(erase.getByRole("textbox", { name: "ID", exact: true })).toHaveValue("1023");
  await expect(erase.getByText(/^We keep 1 event.* about Order 1023\.$/)).toBeVisible();
  await expect(erase.getByText(/^We keep 1 event.* about Order 1023\.$/)).toBeInViewport();
});

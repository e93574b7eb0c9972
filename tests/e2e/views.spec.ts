import { eventButtons, expect, flip, goTo, test } from "./fixtures.ts";

test("what is looked for again and again is saved, shown, renamed and deleted", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 2 });
  await bigcommerce.fire(store, "store/customer/created");
  const app = await openApp(store, { path: "/events?group=customers" });
  await expect(eventButtons(app)).toHaveCount(1);

  await app.getByRole("button", { name: "Saved views" }).click();
  const dialog = app.getByRole("dialog");
  await expect(dialog.getByText("Set filters, then save them here under a name.")).toBeVisible();
  await dialog.getByLabel("Name of this view").fill("My customers");
  await expect(dialog.getByText("12 of 60 characters")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Show My customers" })).toBeVisible();
  expect(await violations(), "views").toEqual([]);

  await dialog.getByRole("button", { name: "Rename My customers" }).press("Enter");
  await dialog.getByLabel("New name of My customers").fill("People");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Show People" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(app.getByRole("button", { name: "View: People" })).toBeVisible();

  await app.getByRole("button", { name: "Clear filters" }).click();
  await expect(eventButtons(app)).toHaveCount(3);
  await app.getByRole("button", { name: "Saved views" }).click();
  await dialog.getByRole("button", { name: "Show People" }).click();
  await expect(eventButtons(app)).toHaveCount(1);

  await app.getByRole("button", { name: "View: People" }).click();
  await dialog.getByRole("button", { name: "Delete People" }).press("Enter");
  await expect(dialog.getByRole("button", { name: "Show People" })).toBeHidden();
});

test("single keys can be switched off, and Escape still closes", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created");
  const app = await openApp(store, { path: "/settings" });
  const keys = app.getByRole("checkbox", { name: "Use single-key shortcuts" });
  await expect(keys).toBeChecked();
  await flip(keys);
  await expect(keys).not.toBeChecked();

  await goTo(app, "Events");
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  await eventButtons(app).first().focus();
  await page.keyboard.press("p");
  await page.keyboard.press("?");
  await page.keyboard.press("Enter");
  const heading = app.getByRole("heading", { level: 2, name: /^Order \d+ was created/ });
  await expect(heading).toBeFocused();
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  await expect(app.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(heading).toBeHidden();
});

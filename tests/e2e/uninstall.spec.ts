import { appIn, eventButtons, expect, goTo, rowOf, switchOf, test, toggle } from "./fixtures.ts";

test("uninstalling ends access and hooks; installing again brings the history back and doubles nothing", async ({
  api,
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const [hook] = await bigcommerce.hooks(store);
  if (!hook) throw new Error("The starter set is not there");
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1 } });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(1);

  await page.getByText("App menu").click();
  await page.getByRole("link", { name: "Uninstall" }).click();
  await page.getByRole("button", { name: "Uninstall" }).click();
  await expect(page.getByText(`Webhook Keeper wants to connect to ${store.name}`)).toBeVisible();
  expect(await bigcommerce.hooks(store)).toEqual([]);
  const refusal = await api(store, "events");
  expect(refusal.status).toBe(403);
  expect(await refusal.json()).toMatchObject({ code: "STORE_UNINSTALLED" });

  const late = await fetch(hook.destination, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...hook.headers },
    body: JSON.stringify({
      producer: `stores/${store.hash}`,
      hash: "0123456789abcdef0123456789abcdef01234567",
      created_at: Math.floor(Date.now() / 1000),
      store_id: "1",
      scope: "store/order/created",
      data: { type: "order", id: 2 },
    }),
  });
  expect(late.status).toBe(200);

  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(appIn(page).getByRole("heading", { level: 1 })).toHaveText("Welcome to Webhook Keeper");
  await expect(app.getByText("Webhooks are registered with BigCommerce")).toBeVisible();
  const scopes = (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  expect(scopes).toHaveLength(12);
  expect(new Set(scopes).size).toBe(12);

  await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(2);
  await expect(app.getByRole("link", { name: "Order 1 was created" })).toBeVisible();
  await expect(app.getByText("Flagged", { exact: true }).filter({ visible: true })).toBeVisible();
  await app.getByRole("link", { name: "Order 2 was created" }).click();
  await expect(app.getByText("It came after the app was removed from this store.")).toBeVisible();
});

test("what was switched off before uninstalling stays off after installing again", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await toggle(app, "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
  // An open page may ask while nobody has access, and is refused.
  await page.goto("about:blank");
  await bigcommerce.uninstall(store);
  await bigcommerce.install(store);
  await openApp(store, { path: "/webhooks" });
  await expect(switchOf(app, "Order status updated")).toBeChecked();
  await expect(switchOf(app, "Order created")).not.toBeChecked();
  await goTo(app, "Events");
  await expect(rowOf(app, "store/order/created")).toBeHidden();
});

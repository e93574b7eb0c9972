import { eventButtons, expect, test, toggle } from "./fixtures.ts";

const SCOPE = "store/channel/2/order/created";

test("an event type of one channel is switched on by the channel's name, and its event arrives", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
  frameWidth,
  widthsFit,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks?q=channel+order+created" });
  const field = app.getByRole("combobox", { name: "Channel" });
  await expect(field).toBeVisible();
  await field.click();
  await app.getByRole("option", { name: "Trade shop (2)" }).click();
  await toggle(app, "Channel order created");
  await expect.poll(async () => (await bigcommerce.hooks(store)).map(({ scope }) => scope)).toContain(SCOPE);
  expect(await violations()).toEqual([]);
  await frameWidth(390);
  await widthsFit();

  await bigcommerce.fire(store, SCOPE);
  const events = await openApp(store, { path: "/events" });
  await expect(eventButtons(events).first()).toHaveText(/^Order \d+ was created \(channel 2\)/);
});

test("an event type says what it leaves out and what reads the rest", async ({
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks/store/order/created" });
  const detail = app.getByRole("dialog", { name: "Order created" });
  await detail.getByText("Technical details").click();
  await expect(
    detail.getByText("It says nothing of a payment: an unpaid order counts as well."),
  ).toBeVisible();
  await expect(detail.getByText("store_v2_orders_read_only (granted)")).toBeVisible();
  expect(await violations(detail)).toEqual([]);
});

import { expect, FEW_WEBHOOKS, rowOf, switchOf, test, toggle } from "./fixtures.ts";

const FAULTS = [
  {
    what: "asks to slow down",
    mode: "429",
    sentence: "Your store's API limit is reached. Try again in a moment.",
    checked: "Your store's API limit is reached. Try again in a moment.",
    banner: "Your store's API limit is reached",
  },
  {
    what: "answers with errors",
    mode: "500",
    sentence: "BigCommerce isn't available right now.",
    checked: "We couldn't finish this. Try again in a minute.",
    banner: "BigCommerce returned an error (500)",
  },
  {
    what: "does not answer at all",
    mode: "hang",
    sentence: "BigCommerce isn't available right now.",
    checked: "We couldn't finish this. Try again in a minute.",
    banner: "BigCommerce isn't responding",
  },
] as const;

test("a check that another one keeps waiting says so, and is no fault", async ({
  bigcommerce,
  context,
  expectFailures,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  const second = await openApp(store, { path: "/overview", page: await context.newPage() });
  // Longer than a check waits for another.
  await bigcommerce.faults({ api: { latencyMs: 4_500 } });
  expectFailures(/ 409 POST .*\/reconcile/, /status of 409/);
  await app.getByRole("button", { name: "Check now" }).click();
  await expect(app.getByRole("button", { name: "Checking" })).toBeVisible();
  await second.getByRole("button", { name: "Check now" }).click();
  await expect(second.getByRole("status").getByText("Already checking…")).toBeVisible();
  const messages = second.getByRole("region", { name: "Notifications" });
  await expect(messages.getByRole("alert")).toBeEmpty();
});

for (const { what, mode, sentence, checked, banner } of FAULTS) {
  test(`when BigCommerce ${what}, a switch goes back and says why, and all is well afterwards`, async ({
    bigcommerce,
    expectFailures,
    newStore,
    openApp,
  }) => {
    const store = await newStore();
    const app = await openApp(store, { path: FEW_WEBHOOKS });
    await expect(switchOf(app, "Order created")).toBeChecked();
    await bigcommerce.faults({ api: mode });

    await toggle(app, "Cart created");
    const toast = app.getByRole("alert").filter({ hasText: "Couldn't turn on Cart created" });
    await expect(toast.getByText(sentence)).toBeVisible();
    await expect(switchOf(app, "Cart created")).not.toBeChecked();

    expectFailures(/ 50[23] POST .*\/reconcile/, /status of 50[23]/);
    // By key: the message of what was refused lies over it until it is closed.
    await app.getByRole("button", { name: "Check now" }).press("Enter");
    // The message of the switch, which may say the same, is still there.
    await expect(app.getByText(checked)).toHaveCount(checked === sentence ? 2 : 1);
    await expect(app.getByRole("heading", { name: banner })).toBeVisible();
    // What was last known stays.
    await expect(switchOf(app, "Order created")).toBeChecked();
    await expect(rowOf(app, "store/order/created")).toBeVisible();

    await bigcommerce.endFaults();
    // By key: the message of what was refused lies over it until it is closed.
    await app.getByRole("button", { name: "Check now" }).press("Enter");
    await expect(app.getByText("Everything matches")).toBeVisible();
    await expect(app.getByRole("heading", { name: banner })).toBeHidden();
    await toggle(app, "Cart created");
    await expect(app.getByText("Cart created is on. First events can take a minute.")).toBeVisible();
    const scopes = (await bigcommerce.hooks(store)).map(({ scope }) => scope);
    expect(scopes.filter((scope) => scope === "store/cart/created")).toHaveLength(1);
  });
}

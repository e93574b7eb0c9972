import { eventButtons, expect, rowOf, test } from "./fixtures.ts";

test("a store that did not grant reading products is told so, at the event and in Settings", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const scopes = await bigcommerce.askFor([
    "store_v2_information_read_only",
    "store_v2_orders_read_only",
    "store_channel_settings_read_only",
  ]);
  try {
    const store = await newStore();
    await bigcommerce.fire(store, "store/product/updated", { data: { type: "product", id: 77 } });
    const app = await openApp(store, { path: "/events" });
    await rowOf(app, "store/product/updated").locator(eventButtons(app)).click();
    await expect(
      app.getByText("Keeper can't read products. It needs the permission store_v2_products_read_only."),
    ).toBeVisible();
    const settings = await openApp(store, { path: "/settings/developer" });
    await expect(
      settings.getByText(
        /^Keeper can read orders\. Keeper can't read products, variants, categories and customers\./,
      ),
    ).toBeVisible();
  } finally {
    await bigcommerce.askFor(scopes);
  }
});

import { expect, test } from "./fixtures.ts";
import { controlOf, openFirefox } from "./firefox.ts";

test("in Firefox the app is installed, turns a webhook off, shows an event as it comes, and stays after a reload", async ({
  bigcommerce,
  newStore,
  product,
}) => {
  const store = await newStore({ isInstalled: false });
  const firefox = await openFirefox(product.appUrl);
  try {
    const panel = `${product.simulatorUrl}/manage/${store.hash}/app`;
    await firefox.page.goto(panel);
    await (await controlOf(firefox.page, "button", "Confirm")).click();
    await firefox.appWith("Webhooks are registered with BigCommerce");

    await firefox.page.goto(`${panel}/webhooks`);
    // Before that, a click would meet a mere picture of the page.
    const webhooks = await firefox.appWith("Checked with BigCommerce");
    await (await controlOf(webhooks, "switch", "Order created")).press(" ");
    const scopes = async () => (await bigcommerce.hooks(store)).map(({ scope }) => scope);
    await expect.poll(scopes).not.toContain("store/order/created");

    await firefox.page.goto(`${panel}/events`);
    await firefox.appWith("No events yet");
    await bigcommerce.fire(store, "store/customer/created", { data: { type: "customer", id: 900_001 } });
    // The shop has no such customer, so that no name takes the number's place.
    const events = await firefox.appWith("Customer 900001");
    await (await controlOf(events, "event", "Customer 900001")).click();
    await firefox.appWith("Payload");
    await firefox.page.reload();
    await firefox.appWith("Customer 900001");
  } finally {
    await firefox.close();
  }
});

test("in a Firefox that keeps no cookies of other sites the app opens, and goes on", async ({
  bigcommerce,
  newStore,
  product,
}) => {
  const store = await newStore();
  const firefox = await openFirefox(product.appUrl, { keepsCookies: false });
  try {
    await firefox.page.goto(`${product.simulatorUrl}/manage/${store.hash}/app`);
    const app = await firefox.appWith("Overview");
    await (await controlOf(app, "link", "Events")).click();
    await firefox.appWith("No events yet");
    await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1023 } });
    await firefox.appWith("Order 1023");
    // Kept in memory alone: a reload has nothing to go by.
    await app.evaluate(() => location.reload());
    await firefox.appWith("Your session ended");
  } finally {
    await firefox.close();
  }
});

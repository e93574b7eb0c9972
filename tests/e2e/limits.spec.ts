import { request as ask } from "node:http";
import { expect, FEW_WEBHOOKS, switchOf, test, toggle } from "./fixtures.ts";

test("who changes too much too fast is told to wait, and nothing is lost", async ({
  expectFailures,
  newStore,
  openApp,
  product,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: FEW_WEBHOOKS });
  await expect(switchOf(app, "Cart created")).not.toBeChecked();
  const spend = () =>
    fetch(`${product.appUrl}/s/${store.hash}/api/subscriptions`, {
      method: "PUT",
      body: '{"changes":[]}',
      headers: {
        Cookie: store.cookie,
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
        "X-Requested-With": "webhook-keeper",
      },
    });
  await expect
    .poll(async () => (await Promise.all(Array.from({ length: 20 }, spend))).map(({ status }) => status))
    .toContain(429);

  expectFailures(/ 429 PUT /, /status of 429/);
  await toggle(app, "Cart created");
  await expect(app.getByText("Couldn't turn on Cart created")).toBeVisible();
  await expect(
    app.getByText(/Too many requests came at once.* Wait a minute, then try again\./),
  ).toBeVisible();
  await expect(app.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(switchOf(app, "Cart created")).not.toBeChecked();
  // Everything can still be read.
  await expect(switchOf(app, "Order created")).toBeChecked();
});

test("an address that opens the app too often is told to wait; others are let in", async ({
  bigcommerce,
  newStore,
  product,
}) => {
  test.skip(process.platform !== "linux", "needs a second loopback address");
  const { port } = new URL(product.appUrl);
  const statusFrom = (localAddress: string, path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; location: string }>((resolve, reject) => {
      const sent = ask({ host: "127.0.0.1", port, path, localAddress, headers }, (response) => {
        response.resume();
        const { statusCode, headers: got } = response;
        response.once("end", () => resolve({ status: statusCode, location: got.location ?? "" }));
      });
      sent.once("error", reject).end();
    });
  const load = "/api/bigcommerce/load?signed_payload_jwt=a.b.c";
  // Whatever a client says about where it comes from is not believed.
  const disguises = Array.from({ length: 20 }, (_, index) => ({ "X-Forwarded-For": `198.51.100.${index}` }));
  await expect
    .poll(async () =>
      (await Promise.all(disguises.map((each) => statusFrom("127.0.0.9", load, each)))).at(-1),
    )
    .toMatchObject({ status: 303, location: expect.stringContaining("reason=too_many") });

  expect((await statusFrom("127.0.0.10", load)).location).toContain("reason=link_invalid");
  const store = await newStore();
  expect(await bigcommerce.uninstall(store)).toBe(200);
});

test("the page for it is in words, inside the frame", async ({ page, product }) => {
  await page.goto(`${product.appUrl}/launch-failed?reason=too_many`);
  await expect(page.getByRole("heading", { name: "Too many tries" })).toBeVisible();
  await expect(page.getByText("Wait a minute, then open the app again")).toBeVisible();
});

import { z } from "zod";
import { appIn, expect, goTo, switchOf, test } from "./fixtures.ts";

test("a session of one store does not open another", async ({ api, newStore }) => {
  const [one, other] = await Promise.all([newStore(), newStore()]);
  for (const route of ["session", "events", "subscriptions", "overview", "settings"]) {
    expect((await api(one, route)).status, route).toBe(200);
    const stolen = await api({ ...other, cookie: one.cookie }, route);
    expect(stolen.status, route).toBe(401);
    expect(await stolen.json()).toMatchObject({ code: "SESSION_ENDED" });
  }
});

test("whoever starts the product finds the demo store with its webhooks and its past week", async ({
  page,
  product,
}) => {
  await page.goto(`${product.simulatorUrl}/`);
  await page.getByRole("link", { name: "Webhook Keeper" }).click();
  const app = appIn(page);
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
  await expect(app.getByText("All good", { exact: true })).toBeVisible();
  await expect(app.getByRole("link", { name: "12 event types on, view webhooks" })).toBeVisible();
  // Overview's last event is the one that arrived last in the log, too.
  const arrivals = () =>
    app.locator("html").evaluate(async () => {
      const get = async (route: string) =>
        (await (await fetch(`${location.pathname.replace(/overview$/, "api/")}${route}`)).json()) as unknown;
      return [await get("overview"), await get("events?limit=20")];
    });
  const Told = z.tuple([
    z.object({ lastEvent: z.object({ arrivedAt: z.string() }) }),
    z.object({ events: z.array(z.object({ firstArrivedAt: z.string() })) }),
  ]);
  await expect
    .poll(async () => {
      const [overview, log] = Told.parse(await arrivals());
      return (
        overview.lastEvent.arrivedAt >=
        (log.events
          .map((each) => each.firstArrivedAt)
          .toSorted()
          .at(-1) ?? "")
      );
    })
    .toBe(true);

  await goTo(app, "Webhooks");
  await expect(switchOf(app, "Order created")).toBeChecked();
  await goTo(app, "Events");
  await expect(app.getByRole("heading", { level: 2, name: "Latest 50 events" })).toBeVisible();
  await expect(app.getByText("Demo", { exact: true }).filter({ visible: true }).first()).toBeVisible();
  await app.getByRole("button", { name: "Show older events" }).press("Enter");
  await expect(app.getByRole("heading", { level: 2, name: /^Latest 1\d\d events/ })).toBeVisible();
});

test("the address that the start prints opens the demo store's app", async ({ page, product }) => {
  await page.goto(product.url);
  await expect(appIn(page).getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
});

import { expect, test } from "./fixtures.ts";

const SCOPE = "store/order/created";

test("what BigCommerce says of failed deliveries stands on Overview and in the webhook's details", async ({
  newStore,
  openApp,
  page,
  violations,
  frameWidth,
  widthsFit,
}) => {
  const store = await newStore();
  const before = await openApp(store, { path: "/overview" });
  await before.getByRole("button", { name: "Show details" }).click();
  await expect(before.getByText("Delivery delay, 24 hours")).toBeVisible();
  await expect(before.getByText("Delivery problems")).toHaveCount(0);

  // The product of the stories has one address, so that BigCommerce has nowhere to tell of a failure.
  const notice = (id: string, code: number, message: string) => ({
    id,
    at: new Date().toISOString(),
    code,
    message,
    hookId: "31588702",
    scope: SCOPE,
  });
  await page.route(/\/api\/exceptions(\?|$)/, (route) =>
    route.fulfill({
      json: {
        exceptions: [
          notice("b", 90_003, "The domain of https://keeper.example.com is blocked for a while"),
          notice("a", 90_001, "An event could not be delivered to https://keeper.example.com"),
        ],
      },
    }),
  );
  const overview = await openApp(store, { path: "/overview" });
  const panel = overview.getByRole("region", { name: "Delivery details" });
  await panel.getByRole("button", { name: "Show details" }).click();
  await expect(panel.getByRole("heading", { name: "Delivery problems" })).toBeVisible();
  const notes = panel.getByRole("list", { name: "Delivery problems, newest first" }).getByRole("listitem");
  await expect(notes).toHaveCount(2);
  await expect(notes.first()).toContainText("Order created: Too many deliveries failed.");
  await expect(notes.last()).toContainText("BigCommerce couldn't deliver an event and tries again.");
  expect(await violations()).toEqual([]);
  await frameWidth(390);
  await widthsFit();
  await panel.scrollIntoViewIfNeeded();

  const details = await openApp(store, { path: `/webhooks/${SCOPE}` });
  await expect(details.getByRole("heading", { name: "Delivery problems" })).toBeVisible();
  await expect(details.getByText("Too many deliveries failed.")).toBeVisible();
  expect(await violations(details.getByRole("dialog"))).toEqual([]);
});

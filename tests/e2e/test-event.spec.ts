import type { TestNews } from "#lib/contract/test-events.ts";
import { eventButtons, expect, focused, rowOf, test, type FrameLocator } from "./fixtures.ts";

const SCOPE = "store/order/created";
const WORKED = "It works. The test event is in your log. Your totals don't include it.";

/** Chooses "Send test event" from the menu of a row. */
async function sendFrom(app: FrameLocator, title: string) {
  await app.getByRole("button", { name: `More actions, ${title}`, exact: true }).click();
  await app.getByRole("menuitem", { name: "Send test event" }).click();
  return app.getByRole("dialog", { name: `Test event: ${title}` });
}

test("a test event is sent from a row, goes through all its steps, and is opened in the log", async ({
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  await expect(rowOf(app, SCOPE).getByText("No events yet")).toBeVisible();
  const dialog = await sendFrom(app, "Order created");
  await expect(dialog.getByRole("status")).toContainText(WORKED);
  await expect(dialog.getByRole("listitem")).toHaveText([
    /Sent and answered after [\d,]+ ms$/,
    /Verified by its signature and by its secret header$/,
    /Stored in this log$/,
    /Shown in the log after [\d,]+ ms$/,
  ]);
  await expect(dialog.getByRole("img", { name: "Done" })).toHaveCount(4);
  await expect(dialog.getByText("everything except BigCommerce itself")).toBeVisible();
  await expect(dialog.getByText("leads to this very machine")).toBeVisible();
  expect(await violations(dialog), "the dialog").toEqual([]);

  await dialog.getByRole("link", { name: "View event" }).click();
  await expect(app.getByRole("heading", { level: 2, name: "Order 1023 was created" })).toBeVisible();
  await expect(app.getByText("Test event. Not included in your totals.")).toBeVisible();
  await expect(app.getByText("Test", { exact: true }).first()).toBeVisible();

  await openApp(store, { path: "/events?status=test" });
  await expect(eventButtons(app)).toHaveCount(1);
  // Nothing was received: the webhook waits as it did before.
  await openApp(store, { path: "/webhooks" });
  await expect(rowOf(app, SCOPE).getByText("No events yet")).toBeVisible();
  await expect(rowOf(app, SCOPE).getByText("Receiving", { exact: true })).toBeHidden();
});

test("a type that is off can be tested from its details, and closing returns to where it was asked for", async ({
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks/store/cart/created" });
  const send = app.getByRole("button", { name: "Send test event" });
  await send.press("Enter");
  const dialog = app.getByRole("dialog", { name: "Test event: Cart created" });
  await expect(
    dialog.getByText(
      "BigCommerce has no webhook of this type for this store right now. The test works anyway.",
    ),
  ).toBeVisible();
  await expect(dialog.getByRole("status")).toContainText(WORKED);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await focused(app)).toBe("Send test event");
});

test("a test event that stops says where, why and what helps, and another can be sent", async ({
  expectFailures,
  frameWidth,
  newStore,
  openApp,
  page,
  violations,
  widthsFit,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/webhooks" });
  const route = /\/api\/test-events$/;
  const tell = (...news: TestNews[]) =>
    page.route(route, (asked) =>
      asked.fulfill({
        contentType: "text/event-stream",
        body: news.map((one) => `event: news\ndata: ${JSON.stringify(one)}\n\n`).join(""),
      }),
    );
  const begun = {
    kind: "begun",
    destination: `https://keeper.example.com/api/webhooks/${store.hash}`,
  } as const;
  await tell(
    begun,
    { kind: "reached", address: "10.0.0.5", reach: "private" },
    { kind: "stopped", step: "sent", stop: "refused", status: null, detail: "ECONNREFUSED" },
  );
  const dialog = await sendFrom(app, "Order created");
  const result = dialog.getByRole("status");
  await expect(result).toContainText("keeper.example.com refused the connection.");
  await expect(result).toContainText("Some networks don't let a server reach its own public address");
  await expect(result).toContainText("an address of a private network, 10.0.0.5");
  await expect(dialog.getByRole("listitem")).toHaveText([
    "Sent Stopped",
    "Verified Not reached",
    "Stored Not reached",
    "Shown Not reached",
  ]);
  for (const width of [320, 390, 1040]) {
    await frameWidth(width);
    await expect(result).toBeVisible();
    expect(await violations(dialog), `stopped, at ${width}`).toEqual([]);
    await widthsFit();
  }

  // An answer that ends in the middle is no result.
  await page.unrouteAll();
  await tell(begun);
  await dialog.getByRole("button", { name: "Send another" }).click();
  await expect(result).toContainText("The test was interrupted.");

  await page.unrouteAll();
  expectFailures(/ 429 POST /, /status of 429/);
  const detail = "Too many requests came at once, so nothing was done for this one.";
  await page.route(route, (asked) =>
    asked.fulfill({
      status: 429,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "about:blank", title: "", status: 429, code: "RATE_LIMITED", detail }),
    }),
  );
  await dialog.getByRole("button", { name: "Send another" }).click();
  await expect(result).toContainText(detail);

  await page.unrouteAll();
  await dialog.getByRole("button", { name: "Send another" }).click();
  await expect(result).toContainText(WORKED);
});

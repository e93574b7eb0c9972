import { expect, test } from "./fixtures.ts";

test("the owner renews the webhook secret, others are told whose it is", async ({
  newStore,
  openApp,
  page,
  violations,
  frameWidth,
}) => {
  const store = await newStore();
  const staff = await openApp(store, { user: "staff", path: "/settings/developer" });
  const panelOf = (app: typeof staff) => app.getByRole("region", { name: "Webhook secret" });
  await expect(panelOf(staff).getByText("Renew it if someone may have seen it.")).toBeVisible();
  await expect(panelOf(staff).getByRole("button")).toHaveCount(0);

  const app = await openApp(store, { path: "/settings/developer" });
  const panel = panelOf(app);
  await panel.getByRole("button", { name: "Renew secret" }).press("Enter");
  await app.getByRole("dialog").getByRole("button", { name: "Renew secret" }).press("Enter");
  await expect(panel.getByText("The new secret is ready.")).toBeVisible();
  await expect(panel.getByText("0 of 12 webhooks use the new one.")).toBeVisible();
  await expect(panel.getByRole("button")).toHaveCount(0);
  await panel.scrollIntoViewIfNeeded();
  expect(await violations()).toEqual([]);
  await frameWidth(390);
  await panel.scrollIntoViewIfNeeded();

  // Once hooks change, how far they are moves by itself.
  await page.route(/\/api\/settings\/secret$/, async (route) => {
    const answer = (await (await route.fetch()).json()) as { renewal: object };
    const renewal = { ...answer.renewal, phase: "changing", changesAt: null, hooks: 14, hooksOnNew: 12 };
    await route.fulfill({ json: { renewal } });
  });
  await expect(panel.getByText("12 of 14 webhooks use the new one.")).toBeVisible({ timeout: 15_000 });
  const again = await openApp(store, { path: "/settings/activity" });
  await expect(again.getByText("You started secret renewal")).toBeVisible();
});

import {
  eventButtons,
  expect,
  flip,
  focused,
  goTo,
  test,
  type FrameLocator,
  type StoryStore,
} from "./fixtures.ts";

const SCOPE = "store/product/updated";
const panel = (app: FrameLocator, name: "Staff" | "Event history" | "Erase data") =>
  app.getByRole("region", { name, exact: true });

async function keptAbout(
  api: (store: StoryStore, route: string) => Promise<Response>,
  store: StoryStore,
  id: number,
): Promise<number> {
  const page = (await (await api(store, `events?q=product:${id}`)).json()) as { events: unknown[] };
  return page.events.length;
}

/** Whether the product was read meanwhile, and so has known states, is a matter of time. */
const STATES = "(?: and \\d+ saved versions?)?";
const KEPT = new RegExp(`^We keep 3 events${STATES} about Product 4711\\.$`);
const ERASED = new RegExp(`^Erased 3 events${STATES} about one product\\.$`);

test("the owner erases one product's events, and they are gone; the history says so without naming it", async ({
  api,
  bigcommerce,
  frameWidth,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, SCOPE, { count: 3, data: { type: "product", id: 4711 } });
  await bigcommerce.fire(store, SCOPE, { count: 2, data: { type: "product", id: 815 } });
  await expect.poll(() => keptAbout(api, store, 4711)).toBe(3);
  await expect.poll(() => keptAbout(api, store, 815)).toBe(2);

  const app = await openApp(store, { path: "/settings/privacy" });
  const erase = panel(app, "Erase data");
  await erase.getByRole("combobox", { name: "Type" }).click();
  await app.getByRole("option", { name: "Product", exact: true }).click();
  await erase.getByRole("textbox", { name: "ID", exact: true }).fill("4712");
  await erase.getByRole("button", { name: "Preview" }).press("Enter");
  await expect(erase.getByText("We keep nothing about Product 4712.")).toBeVisible();
  await expect(erase.getByRole("button", { name: "Erase", exact: true })).toHaveCount(0);

  await erase.getByRole("textbox", { name: "ID", exact: true }).fill("4711");
  await erase.getByRole("button", { name: "Preview" }).press("Enter");
  await expect(erase.getByText(KEPT)).toBeVisible();
  await frameWidth(390);
  expect(await violations(), "narrow").toEqual([]);
  await frameWidth(1280);
  expect(await violations(), "wide").toEqual([]);

  await erase.getByRole("button", { name: "Erase", exact: true }).press("Enter");
  const dialog = app.getByRole("dialog", { name: "Erase Product 4711?" });
  const confirm = dialog.getByRole("button", { name: "Erase", exact: true });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Type 4711 to confirm" }).fill("4711");
  expect(await violations(), "asking").toEqual([]);
  await confirm.press("Enter");
  await expect(erase.getByText(ERASED)).toBeVisible();
  expect(await focused(app)).toContain("Erased 3 events");
  expect(await keptAbout(api, store, 4711)).toBe(0);
  expect(await keptAbout(api, store, 815)).toBe(2);

  // What was done is told after a reload, too, and by the history; neither says whose it was.
  await page.reload();
  await expect(erase.getByText(ERASED)).toBeVisible();
  await app.getByRole("link", { name: "Activity log" }).click();
  await expect(app.getByText("You erased data")).toBeVisible();
  await expect(app.getByText(/product 4711/i)).toHaveCount(0);

  await goTo(app, "Events");
  await expect(eventButtons(app)).toHaveCount(2);
});

test("an erasure that is under way stays on the page, and others are told that it is the owner's", async ({
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await page.route(/\/api\/privacy$/, async (route) => {
    const answer = (await (await route.fetch()).json()) as object;
    const erasure = {
      id: "1",
      type: "product",
      resourceId: "7",
      askedAt: new Date().toISOString(),
      askedBy: store.owner.email,
      found: 300,
      events: 120,
      states: 0,
      cameAgain: 0,
      endedAt: null,
    };
    await route.fulfill({ json: { ...answer, erasure, isWorkerThere: false } });
  });
  const app = await openApp(store, { path: "/settings/privacy" });
  await expect(panel(app, "Erase data").getByText("Erasing: 120 of 300")).toBeVisible();
  await expect(panel(app, "Erase data").getByText(/^Waiting for our background service/)).toBeVisible();
  await expect(panel(app, "Erase data").getByRole("button")).toHaveCount(0);
  expect(await violations()).toEqual([]);
  await page.unrouteAll();

  const staff = await openApp(store, { user: "staff", path: "/settings/privacy" });
  await expect(staff.getByText("Only the store owner can change settings for the whole store.")).toHaveCount(
    1,
  );
  await expect(panel(staff, "Erase data")).toHaveCount(0);
  for (const control of await panel(staff, "Staff").getByRole("switch").all())
    await expect(control).toBeDisabled();
  expect(await violations()).toEqual([]);
});

test("a shorter retention says what would go before it is saved, and older events are gone at once", async ({
  api,
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const longAgo = Math.floor(Date.now() / 1_000) - 12 * 86_400;
  await bigcommerce.fire(store, SCOPE, { count: 2, createdAt: longAgo, data: { type: "product", id: 7 } });
  await bigcommerce.fire(store, SCOPE, { data: { type: "product", id: 7 } });
  await expect.poll(() => keptAbout(api, store, 7)).toBe(3);

  const app = await openApp(store, { path: "/settings/privacy" });
  const privacy = panel(app, "Event history");
  const days = privacy.getByRole("textbox", { name: "Keep events for (days)" });
  await days.fill("0");
  await expect(privacy.getByText("Enter a whole number from 1 to 30.")).toBeVisible();
  await days.fill("7");
  await expect(privacy.getByText("This deletes 2 events. You can't undo it.")).toBeVisible();
  expect(await violations()).toEqual([]);
  await privacy.getByRole("button", { name: "Save" }).press("Enter");
  const dialog = app.getByRole("dialog", { name: "Keep events for 7 days only?" });
  await dialog.getByRole("button", { name: "Delete older events" }).press("Enter");
  await expect(privacy.getByRole("button", { name: "Save" })).toHaveCount(0);
  expect(await keptAbout(api, store, 7)).toBe(1);

  const staff = panel(app, "Staff");
  await flip(staff.getByRole("switch", { name: "Staff can see customer data" }));
  await expect(staff.getByText(/^Everyone who can open Keeper sees names/)).toBeVisible();
  await app.getByRole("link", { name: "Activity log" }).click();
  await expect(app.getByText("You changed how long we keep events")).toBeVisible();
  await expect(app.getByText("From 30 days to 7 days.")).toBeVisible();
  await expect(app.getByText("You let staff see customer data")).toBeVisible();
  await goTo(app, "Events");
  await expect(eventButtons(app)).toHaveCount(1);
  await expect(app.getByText(/7 days/).first()).toBeVisible();
});

// Whoever reads the log keeps the place: nothing that opens, closes or arrives moves the list.
import {
  appIn,
  eventButtons,
  expect,
  FRAME,
  test,
  type FrameLocator,
  type Locator,
  type StoryFixtures,
} from "./fixtures.ts";

/** A log of that many events, each about a thing of its own. */
async function longLog(
  { bigcommerce, newStore, openApp }: Pick<StoryFixtures, "bigcommerce" | "newStore" | "openApp">,
  count: number,
): Promise<FrameLocator> {
  const store = await newStore();
  await bigcommerce.fire(store, "store/cart/converted", { count });
  await expect
    .poll(async () => {
      const { deliveries } = await bigcommerce.deliveries(store);
      return deliveries.filter(({ status }) => status === 200).length;
    })
    .toBe(count);
  return openApp(store, { path: "/events" });
}

const html = (app: FrameLocator) => app.locator("html");
const scrollOf = (app: FrameLocator) => html(app).evaluate(() => Math.round(scrollY));

/** Where each row stands and how tall it is, in pixels. */
const placesOf = (app: FrameLocator): Promise<number[][]> =>
  app.locator(".event-row").evaluateAll((rows) =>
    rows.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return [Math.round(top), Math.round(height)];
    }),
  );

/** The time of an event that happened that many minutes ago, in seconds. */
const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1_000) - minutes * 60;

/** The rows that are wholly seen, by their place in the list. */
async function seenRows(rows: Locator): Promise<number[]> {
  return rows.evaluateAll((all) =>
    all.flatMap((row, index) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top > 60 && bottom < innerHeight - 20 ? [index] : [];
    }),
  );
}

test("ten events are opened and closed, and the page does not move by a pixel", async ({
  bigcommerce,
  frameWidth,
  newStore,
  openApp,
  page,
}) => {
  const app = await longLog({ bigcommerce, newStore, openApp }, 60);
  await expect(eventButtons(app)).toHaveCount(50);
  for (const width of [1200, 800]) {
    await frameWidth(width);
    await html(app).evaluate(() => scrollTo(0, 1_600));
    await expect.poll(() => scrollOf(app)).toBe(1_600);
    const seen = await seenRows(app.locator(".event-row"));
    expect(seen.length, "rows in sight").toBeGreaterThan(3);
    const places = await placesOf(app);

    for (let round = 0; round < 5; round++) {
      const opener = eventButtons(app).nth(seen[round % seen.length] ?? 0);
      await opener.click();
      await expect(app.getByRole("dialog").getByRole("heading", { level: 2 })).toBeFocused();
      await expect(app.getByRole("region", { name: "Payload" })).toBeVisible();
      expect(await placesOf(app), `open at ${width}`).toEqual(places);
      if (round % 2 === 0) await page.keyboard.press("Escape");
      else await app.getByRole("dialog").getByRole("button", { name: "Close" }).click();
      await expect(app.getByRole("dialog")).toBeHidden();
      await expect(opener).toBeFocused();
      expect(await placesOf(app), `closed at ${width}`).toEqual(places);
    }
    expect(await scrollOf(app)).toBe(1_600);
  }
});

test("Escape closes the topmost layer only, and the list beside an open event is used by key", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const app = await longLog({ bigcommerce, newStore, openApp }, 3);
  await expect(eventButtons(app)).toHaveCount(3);
  await eventButtons(app).first().press("Enter");
  const drawer = app.getByRole("dialog", { name: /^Cart/ });
  await expect(drawer.getByRole("heading", { level: 2 })).toBeFocused();

  await page.keyboard.press("?");
  await expect(app.getByRole("dialog")).toHaveCount(2);
  const keys = app.getByRole("dialog", { name: "Keyboard shortcuts" }).locator("kbd");
  const caps = await keys.evaluateAll((all) => all.map((cap) => cap.getBoundingClientRect()));
  const gaps = caps.slice(1).map(({ top }, index) => top - (caps[index]?.bottom ?? 0));
  expect(Math.min(...gaps), "pixels between the caps of keys").toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await expect(app.getByRole("dialog")).toHaveCount(1);
  await expect(drawer).toBeVisible();

  const second = (await eventButtons(app).nth(1).getAttribute("id")) ?? "";
  await page.keyboard.press("j");
  await expect(app.locator(".event-row[data-open='true']").locator(`#${second}`)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(app.getByRole("dialog")).toHaveCount(0);
  await expect(eventButtons(app).nth(1)).toBeFocused();
});

test("nothing moves under a resting pointer or below eyes that have scrolled, and what waits is counted in sight", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/cart/converted", { count: 60 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(50);
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  const fire = (more: { count?: number; createdAt?: number } = {}) =>
    bigcommerce.fire(store, "store/cart/converted", more);
  const pill = (name: string) => app.getByRole("button", { name, exact: true });
  /** The newest row, which is another one once new events went in: the list shows the same number of them. */
  const newest = () => eventButtons(app).first().getAttribute("id");

  // The pointer rests on a row: it stays under the pointer, and goes on once the pointer has left.
  await eventButtons(app).nth(1).hover();
  const places = await placesOf(app);
  const atFirst = await newest();
  await fire({ count: 2 });
  await expect(pill("2 new events")).toBeInViewport();
  expect(await placesOf(app), "under the pointer").toEqual(places);
  await app.getByRole("heading", { level: 1 }).hover();
  await expect(pill("2 new events")).toBeHidden();
  expect(await newest(), "after the pointer left").not.toBe(atFirst);

  // So it is with focus.
  const beforeFocus = await newest();
  await eventButtons(app).nth(1).focus();
  await fire();
  await expect(pill("1 new event")).toBeInViewport();
  expect(await newest(), "while focus is in the list").toBe(beforeFocus);
  await eventButtons(app).nth(1).blur();
  await expect(pill("1 new event")).toBeHidden();
  expect(await newest(), "after focus left").not.toBe(beforeFocus);

  // And with the log paused, which goes on counting.
  await app.getByRole("button", { name: "Pause", exact: true }).click();
  const beforePause = await newest();
  await fire({ count: 3 });
  await expect(pill("Paused · 3 new")).toBeInViewport();
  expect(await newest(), "paused").toBe(beforePause);
  await app.getByRole("button", { name: "Resume" }).click();
  await expect(pill("Paused · 3 new")).toBeHidden();
  expect(await newest(), "resumed").not.toBe(beforePause);

  // Far down, what is new and what came late are both counted where they are seen.
  await html(app).evaluate(() => scrollTo(0, 1_600));
  await expect.poll(() => scrollOf(app)).toBe(1_600);
  const before = await placesOf(app);
  await fire();
  const longAgo = minutesAgo(90);
  await fire({ count: 3, createdAt: longAgo });
  await expect(pill("1 new event")).toBeInViewport();
  await expect(app.getByText("3 older events just arrived", { exact: true }).last()).toBeInViewport();
  expect(await placesOf(app), "far down").toEqual(before);
  await page.locator(FRAME).screenshot({ path: "test-results/log-place/pills.png" });

  // Those that came late are shown by themselves, at the time that they are sorted by.
  await pill("View").click();
  await expect(eventButtons(app)).toHaveCount(3);
  await expect(app.getByText(/^arrived 1 hr, 30 min later$|^arrived .+ later$/).first()).toBeVisible();
  const time = app.locator(".event-row .when time").first();
  expect(Date.parse((await time.getAttribute("datetime")) ?? "")).toBe(longAgo * 1_000);
  await expect(app.getByRole("group", { name: "Active filters" })).toContainText("Arrived late");
});

test("what one action made is one row that opens, by pointer and by key; rows are links", async ({
  bigcommerce,
  context,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const createdAt = minutesAgo(1);
  const data = { type: "product", id: 6 };
  await bigcommerce.fire(store, "store/customer/created", { data: { type: "customer", id: 3 } });
  for (const scope of ["updated", "inventory/updated", "created", "deleted"])
    await bigcommerce.fire(store, `store/product/${scope}`, { createdAt, data });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(2);
  const fold = app.getByRole("button", { name: /^4 events .+ was deleted$/ });
  await expect(fold).toHaveAttribute("aria-expanded", "false");

  // j comes to the row of the fold, and x selects all that is in it.
  await eventButtons(app).first().focus();
  for (const key of ["j", "x"]) await page.keyboard.press(key);
  await expect(app.getByRole("group", { name: "4 events selected" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(app.getByRole("dialog", { name: / was deleted$/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await fold.press("Enter");
  await expect(eventButtons(app)).toHaveCount(5);
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await eventButtons(app).nth(1).focus();
  for (const key of ["x", "j"]) await page.keyboard.press(key);
  await expect(app.getByRole("group", { name: "3 events selected" })).toBeVisible();
  await expect(eventButtons(app).nth(2)).toBeFocused();
  await fold.press("Enter");
  await expect(eventButtons(app)).toHaveCount(2);

  // Only what is unusual has a badge.
  await expect(app.getByText("Received", { exact: true })).toHaveCount(0);
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    eventButtons(app)
      .first()
      .click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(appIn(tab).getByRole("dialog", { name: / was created$/ })).toBeVisible();
  await tab.close();
  await expect(app.getByRole("dialog")).toHaveCount(0);
});

test("the first event is near the top, filters are one row, and nothing in them is cut", async ({
  bigcommerce,
  frameWidth,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 2 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(2);
  await expect(app.getByRole("button", { name: "Event types: all" })).toBeVisible();
  const topOf = () =>
    app
      .locator(".event-row")
      .first()
      .evaluate((row) => row.getBoundingClientRect().top);
  expect(await topOf(), "pixels above the first event at 1280").toBeLessThanOrEqual(250);
  await page.locator(FRAME).screenshot({ path: "test-results/log-place/top-1280.png" });

  await app.getByRole("button", { name: "More filters" }).click();
  for (const name of ["Time", "Group", "Proof", "Result"]) {
    const field = app.getByRole("combobox", { name, exact: true });
    const options = await optionsOf(app, field);
    for (const option of options) {
      await field.click();
      await app.getByRole("option", { name: option, exact: true }).click();
      const excess = await field.evaluate((input) => input.scrollWidth - input.clientWidth);
      expect(excess, `pixels of “${option}” that are cut`).toBeLessThanOrEqual(0);
    }
  }
  // A range that is still being chosen is no filter yet.
  await app.getByRole("button", { name: "Clear filters" }).first().click();
  await app.getByRole("combobox", { name: "Time" }).click();
  await app.getByRole("option", { name: "Custom range" }).click();
  await expect(app.getByLabel("From")).toBeVisible();
  await expect(app.getByRole("group", { name: "Active filters" })).toHaveCount(0);
  await app.getByRole("searchbox").fill("x".repeat(200));
  await page.keyboard.press("Enter");
  const chips = app.getByRole("group", { name: "Active filters" });
  await expect(chips).toBeVisible();
  const width = await chips.evaluate((line) => line.scrollWidth - line.clientWidth);
  expect(width, "pixels of the chips that leave their line").toBeLessThanOrEqual(0);

  await openApp(store, { path: "/events" });
  await page.setViewportSize({ width: 390, height: 844 });
  await frameWidth(390);
  await expect(eventButtons(app)).toHaveCount(2);
  await expect(eventButtons(app).first()).toBeInViewport();
  await page.locator(FRAME).screenshot({ path: "test-results/log-place/top-390.png" });
});

/** The options of a closed select, by their words. */
async function optionsOf(app: FrameLocator, field: Locator): Promise<string[]> {
  await field.click();
  const words = await app.getByRole("option").allTextContents();
  await field.press("Escape");
  return words;
}

// Whoever reads the log keeps the place: nothing that opens, closes or arrives moves the list.
import {
  eventButtons,
  expect,
  test,
  type FrameLocator,
  type Locator,
  type StoryFixtures,
} from "./fixtures.ts";

/** A log of that many events, all of them on the screen. */
async function longLog(
  { bigcommerce, newStore, openApp }: Pick<StoryFixtures, "bigcommerce" | "newStore" | "openApp">,
  count: number,
): Promise<FrameLocator> {
  const store = await newStore();
  await bigcommerce.fire(store, "store/product/updated", { count });
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
  const drawer = app.getByRole("dialog", { name: /^Product/ });
  await expect(drawer.getByRole("heading", { level: 2 })).toBeFocused();

  await page.keyboard.press("?");
  await expect(app.getByRole("dialog")).toHaveCount(2);
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

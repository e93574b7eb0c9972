import { eventButtons, expect, test, type FrameLocator } from "./fixtures.ts";
import { takeFrame } from "./take-picture.ts";

const ANSWERS = {
  error: { status: 500, contentType: "application/json", body: "{}" },
  timedOut: {
    status: 503,
    contentType: "application/problem+json",
    body: JSON.stringify({
      type: "about:blank",
      title: "",
      status: 503,
      code: "SEARCH_TIMED_OUT",
      detail: "",
    }),
  },
};
/** Widths of the app's frame. */
const LAPTOP = 1040;
const PHONE = 390;
/** `npm run pictures` has it told twice, once as merchants see the log, and takes those pictures that docs/screens.md shows. */
const isPlain = process.env.PICTURES_FOR === "merchants";
const PICTURES = isPlain ? "test-results/log-states-merchant" : "test-results/log-states";

test("every state of the log has a screen, on a laptop and on a phone", async ({
  bigcommerce,
  expectFailures,
  fitsAt,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const [empty, full] = [await newStore({ isPlain }), await newStore({ isPlain })];
  await bigcommerce.fire(full, "store/cart/converted", { count: 57 });
  await bigcommerce.fire(full, "store/order/statusUpdated", {
    data: { type: "order", id: 99887 },
    duplicate: true,
  });
  const list = /\/api\/events\?(?!.*limit=20(&|$))/;
  const picture = async (name: string, app: FrameLocator, shown: string | RegExp) => {
    await expect(app.getByText(shown).first()).toBeVisible();
    for (const width of [PHONE, LAPTOP]) {
      await fitsAt([width]);
      await app.getByText(shown).first().scrollIntoViewIfNeeded();
      expect(await violations(), `${name} at ${width}`).toEqual([]);
      await takeFrame(page, `${PICTURES}/${name}-${width}.webp`);
    }
  };
  await page.setViewportSize({ width: 1280, height: 1200 });
  await picture("never-received", await openApp(empty, { path: "/events" }), "No events yet");
  await picture(
    "no-match",
    await openApp(empty, { path: "/events?group=carts" }),
    "No events match these filters",
  );
  await picture(
    "filtered-out",
    await openApp(full, { path: "/events?group=customers" }),
    /^Your latest event \(.+\) doesn't match\./,
  );

  let answer: () => void = () => undefined;
  const isAnswered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(list, async (route) => {
    await isAnswered;
    await route.fulfill(ANSWERS.error);
  });
  const app = await openApp(full, { path: "/events" });
  await picture("loading", app, "About");
  expectFailures(/ 50[03] GET .*\/api\/events/, /status of 50[03]/);
  answer();
  await picture("error", app, "These events are taking longer than usual to load.");
  await page.unrouteAll();
  await page.route(list, (route) => route.fulfill(ANSWERS.timedOut));
  await picture("timed-out", await openApp(full, { path: "/events?proof=both" }), /Search took too long/);
  await page.unrouteAll();

  await page.route(/\/api\/events\?.*cursor=/, (route) => route.fulfill(ANSWERS.error));
  await openApp(full, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(50);
  await app.getByRole("button", { name: "Pause" }).click();
  await picture("paused", app, "Paused");
  await eventButtons(app).last().scrollIntoViewIfNeeded();
  await picture("partial", app, /^Older events are taking longer/);

  await openApp(full, { path: "/events?q=order:99887" });
  await eventButtons(app).first().click();
  await picture("detail", app, "This is the only event about it.");
});

import { appIn, expect, goTo, test, type FrameLocator } from "./fixtures.ts";
import { makeTroubled } from "./as-owner.ts";
import { breakFour } from "./trouble.ts";

/** Of the layout shift that people call good, half. Source: web.dev, Cumulative Layout Shift: 0.1. */
const SHIFT_MAX = 0.05;

/** Windows of a laptop, a tablet and a phone; down to the tablet the app's frame is 240 px narrower. Each has a layout of its own. */
const WINDOWS = [
  { width: 1280, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

const PATHS = [
  "/overview",
  "/webhooks",
  "/webhooks/store/order/created",
  "/events",
  "/destinations",
  "/settings",
  "/welcome",
];

/** How much of a screen moved, and how far, since it was opened; without what a person's own click moved. */
interface Shift {
  sum: number;
  /** What moved most of all, for whoever has to mend it. */
  worst: string;
}

async function shiftOf(app: FrameLocator): Promise<Shift> {
  return app.locator("html").evaluate(async () => {
    interface Entry extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    }
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    let sum = 0;
    const told: { value: number; what: string }[] = [];
    const add = (entries: PerformanceEntryList) => {
      for (const { value, hadRecentInput, sources, startTime } of entries as Entry[]) {
        if (hadRecentInput) continue;
        sum += value;
        const what = sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const text = (element?.textContent ?? "").slice(0, 40);
          return `${element?.localName}.${element?.className} "${text}" ${previousRect.y}+${previousRect.height} → ${currentRect.y}+${currentRect.height}`;
        });
        told.push({ value, what: `${value.toFixed(3)} at ${startTime.toFixed()} ms: ${what.join("; ")}` });
      }
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    await document.fonts.ready;
    await frame();
    await frame();
    add(observer.takeRecords());
    observer.disconnect();
    return { sum, worst: told.toSorted((a, b) => b.value - a.value)[0]?.what ?? "" };
  });
}

/** The shift once nothing loads anymore and the screen stands still. */
async function shiftAtRest(app: FrameLocator): Promise<Shift> {
  await expect(app.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(app.locator("[aria-busy='true']")).toHaveCount(0);
  let last: Shift = { sum: -1, worst: "" };
  await expect
    .poll(
      async () => {
        const before = last;
        last = await shiftOf(app);
        return last.sum === before.sum;
      },
      { intervals: [500] },
    )
    .toBe(true);
  return last;
}

for (const size of WINDOWS) {
  test(`nothing moves while a screen loads in a window of ${size.width}, nor with four broken webhooks`, async ({
    bigcommerce,
    newStore,
    openApp,
    page,
    product,
  }) => {
    await page.setViewportSize(size);
    const store = await newStore({ isPlain: true });
    await bigcommerce.fire(store, "store/order/created", { count: 5 });
    const moved: string[] = [];
    const walk = async (state: string, paths: readonly string[]) => {
      for (const path of paths) {
        const { sum, worst } = await shiftAtRest(await openApp(store, { path }));
        if (sum >= SHIFT_MAX) moved.push(`${state} ${path}: ${sum.toFixed(3)}, ${worst}`);
      }
    };
    await walk("well", [...PATHS, "/destinations/new"]);
    const app = await openApp(store, { path: "/settings" });
    await breakFour(app, bigcommerce, store);
    const { ill, off } = await makeTroubled(product.appUrl, bigcommerce, store);
    const details = [ill, `${ill}/settings`, `${ill}/activity`, off].map((part) => `/destinations/${part}`);
    await walk("broken", [...details, ...PATHS]);
    await expect(app.getByRole("heading", { name: "4 things to do" })).toBeVisible();

    // A message lies on no banner, however high it is.
    await openApp(store, { path: "/destinations" });
    await app.getByRole("button", { name: "More actions, Warehouse" }).click();
    await app.getByRole("menuitem", { name: "Send test event" }).click();
    const message = app.getByRole("region", { name: "Notifications" }).getByText(/answered with an error/);
    await expect(message).toBeVisible();
    const [banner, toast] = await Promise.all(
      [
        app.locator("[data-banner]"),
        app.getByRole("region", { name: "Notifications" }).locator("[role='alert'] > div"),
      ].map((each) => each.boundingBox()),
    );
    if (!banner || !toast) throw new Error("There is no banner, or no message");
    expect(toast.y >= banner.y + banner.height || toast.y + toast.height <= banner.y).toBe(true);
    expect(moved).toEqual([]);
  });
}

test("at a zoom of 200% nothing is cut off at the sides, and what matters is within reach", async ({
  newStore,
  openApp,
  page,
  widthsFit,
}) => {
  // A window of 1280 × 900 has so much room then.
  await page.setViewportSize({ width: 640, height: 450 });
  const store = await newStore();
  const fits = async (app: FrameLocator) => {
    await expect(app.locator("[aria-busy='true']")).toHaveCount(0);
    await widthsFit();
    await app.locator("footer").getByRole("link", { name: "Help" }).scrollIntoViewIfNeeded();
    await expect(app.locator("footer").getByRole("link", { name: "Help" })).toBeInViewport();
  };
  for (const path of ["/webhooks/store/order/created", "/welcome", "/overview"])
    await fits(await openApp(store, { path }));
  for (const section of ["Webhooks", "Events", "Destinations", "Settings"] as const) {
    const app = appIn(page);
    await goTo(app, section);
    await expect(app.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${section}`));
    await fits(app);
  }
});

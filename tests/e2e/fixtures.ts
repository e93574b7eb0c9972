// The one file that knows Playwright: stories take their `test`, their `expect` and all their verbs from here.
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  test as base,
  expect as baseExpect,
  type Download,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from "@playwright/test";
import { bigCommerce, type BigCommerce, type Store } from "./bigcommerce.ts";
import { FRESH_HASH, PLAIN_HASH, runningProduct, type Product } from "./product.ts";
import { Watch } from "./watch.ts";

export const expect = baseExpect;
export type { Download, Frame, FrameLocator, Locator, Page, Store };

/** A store, and the session that its installation began; without one when the app is not installed. */
export interface StoryStore extends Store {
  cookie: string;
}

export interface OpenOptions {
  user?: "owner" | "staff";
  /** A page of the app with its query, such as `/events?type=store/order/created`; the front door without. */
  path?: string;
  /** Another tab than the story's first one. */
  page?: Page;
}

export interface StoryFixtures {
  bigcommerce: BigCommerce;
  /**
   * A store of this story's own, installed and checked unless said otherwise; its hash is any unless given. Its people see
   * technical details, unless it is plain: then they see what a merchant sees. They have set the app up, unless it is fresh.
   */
  newStore(options?: {
    isInstalled?: boolean;
    isPlain?: boolean;
    isFresh?: boolean;
    hash?: string;
  }): Promise<StoryStore>;
  /** Opens the app in its frame in the control panel, and waits until it knows who is there. */
  openApp(store: Store, options?: OpenOptions): Promise<FrameLocator>;
  /** Reads the app's API under a store, as the person who installed it. */
  api(store: StoryStore, route: string): Promise<Response>;
  /** Announces failures: each pattern must match one at least, and what no pattern matches fails the story. */
  expectFailures(...patterns: RegExp[]): void;
  /** Makes the app's frame this wide, as a control panel does on a smaller screen. */
  frameWidth(width: number): Promise<void>;
  /**
   * Serious and critical accessibility violations, one line each: of what opened over a page that was checked before, or of
   * all inside the app's frame.
   */
  violations(opened?: Locator): Promise<string[]>;
  /** Fails when a page of the app scrolls sideways. Done at the end of every story, too. */
  widthsFit(): Promise<void>;
  /** Makes the app's frame as wide as each of these, one after the other, and fails when a page scrolls sideways in one. */
  fitsAt(widths: readonly number[]): Promise<void>;
  watch: Watch;
}

/**
 * The list of webhooks, with what is created alone: for stories that need a row or two. All rows take longer to draw, and
 * whatever looks for a name goes through all of them.
 */
export const FEW_WEBHOOKS = "/webhooks?q=created";
/** The frame in which the control panel shows the app. */
export const FRAME = "iframe.app-frame";
/**
 * The accessibility checker, run inside the app's frame. Its builder for Playwright would open a tab of its own to sum
 * up, which takes focus away and closes the very menu that is looked at.
 */
const AXE = readFileSync(
  createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve(
    "axe-core/axe.min.js",
  ),
  "utf8",
);
/** The part of it that is used here; it lives in the frame alone. */
declare const axe: {
  _audit: { rules: { id: string; impact: string | null }[] };
  run(
    context: { include: Element[]; exclude: Element[] },
    options: { resultTypes: ["violations"]; rules: Record<string, { enabled: boolean }> },
  ): Promise<{
    violations: {
      id: string;
      impact: string | null;
      nodes: { target: string[]; failureSummary: string }[];
    }[];
  }>;
};
/** As long as a page may take to load at all. */
const NAVIGATION_MS = 45_000;

export const test = base.extend<StoryFixtures, { product: Product }>({
  // Playwright reads from the first parameter which fixtures are needed; this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  product: [async ({}, use) => use(runningProduct()), { scope: "worker" }],

  bigcommerce: async ({ product }, use) => {
    const verbs = bigCommerce(product);
    let hasFaults = false;
    await use({
      ...verbs,
      faults: (change) => {
        hasFaults = true;
        return verbs.faults(change);
      },
    });
    if (hasFaults) await verbs.endFaults();
  },

  newStore: async ({ bigcommerce, api }, use) =>
    use(async ({ isInstalled = true, isPlain = false, isFresh = false, hash } = {}) => {
      const [kind] = [isFresh ? FRESH_HASH : [], isPlain ? PLAIN_HASH : []].flat();
      const own = kind === undefined ? undefined : `${kind}${randomInt(10 ** 9)}`;
      const store = await bigcommerce.createStore(hash ?? own);
      if (!isInstalled) return { ...store, cookie: "" };
      const installed = { ...store, cookie: await bigcommerce.install(store) };
      await expect
        .poll(async () => {
          const list = (await (await api(installed, "subscriptions")).json()) as {
            isChecking: boolean;
            checkedAt: string | null;
          };
          return list.checkedAt !== null && !list.isChecking;
        })
        .toBe(true);
      return installed;
    }),

  api: async ({ product }, use) =>
    use((store, route) =>
      fetch(`${product.appUrl}/s/${store.hash}/api/${route}`, {
        headers: { Cookie: store.cookie, "X-Requested-With": "webhook-keeper" },
        redirect: "manual",
      }),
    ),

  openApp: async ({ product, page: firstPage }, use) =>
    use(async (store, { user = "owner", path = "", page = firstPage } = {}) => {
      const url = new URL(`/manage/${store.hash}/app${path}`, product.simulatorUrl);
      if (user === "staff") url.searchParams.set("user", String(store.staff.id));
      // The frame asks who is there once it is alive; before that a click would meet a mere picture of it.
      await Promise.all([
        page.waitForResponse(/\/api\/session$/, { timeout: NAVIGATION_MS }),
        page.goto(url.href),
      ]);
      return appIn(page);
    }),

  frameWidth: async ({ page }, use) =>
    use(async (width) => {
      const frame = page.locator(FRAME);
      const height = page.viewportSize()?.height ?? 900;
      // Twice, because the panel itself has another layout on narrow screens.
      for (let round = 0; round < 2; round++) {
        const window = page.viewportSize()?.width ?? width;
        const now = await frame.evaluate((element) => element.clientWidth);
        await page.setViewportSize({ width: window + width - now, height });
      }
      await expect.poll(() => frame.evaluate((element) => element.clientWidth)).toBe(width);
    }),

  violations: async ({ page, product }, use) =>
    use(async (opened = page.frameLocator(FRAME).locator("html")) => {
      const frame = page.frames().find((each) => each.url().startsWith(product.appUrl));
      if (!frame) throw new Error("The app is not open");
      // What the pointer rests on has the colours of the hovered state.
      await page.mouse.move(0, 0);
      if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(AXE);
      return opened.evaluate(async (root) => {
        // A button that has just become usable fades to its colours; what runs for ever (a skeleton's shimmer) is not waited for.
        const passing = document
          .getAnimations()
          .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
        await Promise.allSettled(passing.map(({ finished }) => finished));
        // Rows that are built alike are looked at once, whatever their words are. Which words are missing counts.
        const builds = new Set<string>();
        const alike = [...root.querySelectorAll("tr, li")].filter((row) => {
          const build = row.outerHTML
            .replaceAll(/>[^<]+</g, ">…<")
            .replaceAll(/ (id|href|for|name|d|datetime|title|aria-[a-z]*(?:label|by))="[^"]+"/g, ' $1="…"');
          return builds.size === builds.add(build).size;
        });
        // A rule's own impact is that of all it finds: what comes of these would be left out below.
        const lesser = axe._audit.rules.filter(({ impact }) => impact === "minor" || impact === "moderate");
        const { violations } = await axe.run(
          { include: [root], exclude: alike },
          {
            resultTypes: ["violations"],
            rules: Object.fromEntries(lesser.map(({ id }) => [id, { enabled: false }])),
          },
        );
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
          );
      });
    }),

  widthsFit: async ({ context, product }, use) =>
    use(async () => {
      const frames = context.pages().flatMap((page) => page.frames());
      for (const frame of frames.filter((each) => each.url().startsWith(product.appUrl))) {
        const excess = await frame.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        expect(excess, `pixels that ${frame.url()} scrolls sideways`).toBe(0);
      }
    }),

  fitsAt: async ({ frameWidth, widthsFit }, use) =>
    use(async (widths) => {
      for (const width of widths) {
        await frameWidth(width);
        await widthsFit();
      }
    }),

  expectFailures: async ({ watch }, use) => use((...patterns) => watch.announce(patterns)),

  watch: [
    async ({ context, widthsFit }, use) => {
      const watch = new Watch();
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning")
          watch.saw(`console: ${message.text()} ${message.location().url}`);
      });
      context.on("weberror", (error) => watch.saw(`page: ${error.error().stack ?? error.error().message}`));
      context.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText ?? "";
        // The page itself gave up: it was left, or it asks something else by now.
        if (reason !== "net::ERR_ABORTED")
          watch.saw(`request: ${reason} ${request.method()} ${request.url()}`);
      });
      context.on("response", (response) => {
        if (response.status() >= 400)
          watch.saw(`response: ${response.status()} ${response.request().method()} ${response.url()}`);
      });

      await use(watch);

      expect(watch.faults(), "what the browser complained about").toEqual([]);
      await widthsFit();
    },
    { auto: true },
  ],
});

/** The app inside the control panel that a tab shows. */
export function appIn(page: Page): FrameLocator {
  return page.frameLocator(FRAME);
}

/** The section links at the top of the app. */
export function goTo(
  app: FrameLocator,
  section: "Overview" | "Webhooks" | "Events" | "Destinations" | "Settings",
) {
  return app.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: section }).click();
}

/** The switch of an event type, such as "Order created". */
export function switchOf(app: FrameLocator, title: string): Locator {
  return app.getByRole("switch", { name: title, exact: true });
}

/**
 * Works a switch, a checkbox or a radio button. By key, because its own label lies over it and takes the pointer's clicks;
 * and not before it can be used, because a key that comes earlier is lost.
 */
export async function flip(control: Locator): Promise<void> {
  await baseExpect(control).toBeEnabled();
  await control.press("Space");
}

/** Moves the switch of an event type. */
export async function toggle(app: FrameLocator, title: string): Promise<void> {
  await flip(switchOf(app, title));
}

/** Ticks a checkbox. */
export async function tick(box: Locator): Promise<void> {
  await flip(box);
  await baseExpect(box).toBeChecked();
}

/** The row of a table that shows this scope. */
export function rowOf(app: FrameLocator, scope: string): Locator {
  const link = app.locator(`[id="webhook-${scope}"]`);
  return app.getByRole("row").filter({ has: link.or(app.getByText(scope, { exact: true })) });
}

/** The links that open the events of the log, newest first; of events that are folded, the one that leads them. */
export function eventButtons(app: FrameLocator): Locator {
  return app.locator("a[id^='event-']");
}

/** What has focus in the app's frame: its accessible text, "…, switch" for a switch, or "body" when focus was lost. */
export async function focused(app: FrameLocator): Promise<string> {
  return app.locator("html").evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "body";
    const name = element.getAttribute("aria-label") ?? element.textContent.trim();
    return element.getAttribute("role") === "switch" ? `${name}, switch` : name;
  });
}

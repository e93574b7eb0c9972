// Browsers that refuse the app's cookies, what requests carry, and what two stores in two tabs must never share.
import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Request } from "@playwright/test";
import type { BigCommerce } from "./bigcommerce.ts";
import { wholeChromium } from "./browsers.ts";
import {
  eventButtons,
  expect,
  goTo,
  switchOf,
  test,
  toggle,
  type FrameLocator,
  type Page,
  type StoryFixtures,
  type StoryStore,
} from "./fixtures.ts";

/** The browser's own setting "block", as a person sets it for a site; partitioned cookies and storage are refused as well. */
const BLOCK = 2;

/** Stories in a browser of their own with these preferences, which take the place of its settings page. */
function inBrowserWith(preferencesFor: (appUrl: string) => object) {
  return test.extend({
    context: async ({ product, launchOptions, viewport }, use) => {
      const profile = mkdtempSync(join(tmpdir(), "webhook-keeper-profile-"));
      mkdirSync(join(profile, "Default"));
      const preferences = JSON.stringify({ profile: preferencesFor(product.appUrl) });
      writeFileSync(join(profile, "Default", "Preferences"), preferences);
      const { executablePath, ...options } = launchOptions;
      const path = wholeChromium ?? executablePath;
      const context = await chromium.launchPersistentContext(profile, {
        ...options,
        ...(path !== undefined && { executablePath: path }),
        viewport,
      });
      await use(context);
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  });
}

/** Stories in a browser that keeps no cookie of the app's site, neither partitioned nor otherwise. */
export const testWithoutCookies = inBrowserWith((appUrl) => ({
  content_settings: { exceptions: { cookies: { [`${appUrl},*`]: { setting: BLOCK } } } },
}));

/** Stories in a browser that keeps other sites' cookies in a frame only when they are partitioned. */
export const testWithPartitionedCookies = inBrowserWith(() => ({
  block_third_party_cookies: true,
  cookie_controls_mode: 1,
}));

/** What the browser sent to the app's server. */
export interface Traffic {
  /** Requests to the app's API whose path ends so, in order. */
  to(route: string, method?: string): Request[];
  /** Names of the cookies that any request to the app carried. */
  cookiesSent(): Promise<string[]>;
  /** How many answers of the app offered a cookie. */
  cookiesOffered(): Promise<number>;
}

/** Listens to all that a browser sends to the app from now on. */
export function trafficOf(context: BrowserContext, appUrl: string): Traffic {
  const requests: Request[] = [];
  context.on("request", (request) => {
    if (request.url().startsWith(`${appUrl}/`)) requests.push(request);
  });
  return {
    to: (route, method = "GET") =>
      requests.filter(
        (request) => request.method() === method && new URL(request.url()).pathname.endsWith(`/api/${route}`),
      ),
    cookiesSent: async () => {
      const headers = await Promise.all(requests.map((request) => request.allHeaders()));
      return headers.flatMap(({ cookie }) => (cookie === undefined ? [] : [cookie.split("=")[0] ?? ""]));
    },
    cookiesOffered: async () => {
      const offered = await Promise.all(
        requests.map(async (request) => (await request.response())?.headerValue("set-cookie")),
      );
      return offered.filter(Boolean).length;
    },
  };
}

interface Tab {
  store: StoryStore;
  app: FrameLocator;
  /** Brings the tab to the front. */
  front(): Promise<void>;
}

/** Opens the webhooks of two new stores, of whose hashes one begins with the other, each in a tab. */
export async function likeStoresInTabs({
  newStore,
  openApp,
  page,
}: Pick<StoryFixtures, "newStore" | "openApp"> & { page: Page }): Promise<[Tab, Tab]> {
  const hash = `abc${randomInt(10 ** 9)}`;
  const [one, other] = await Promise.all([newStore({ hash }), newStore({ hash: `${hash}d` })]);
  const inTab = async (store: StoryStore, tab: Page): Promise<Tab> => ({
    store,
    app: await openApp(store, { path: "/webhooks", page: tab }),
    front: () => tab.bringToFront(),
  });
  return [await inTab(one, page), await inTab(other, await page.context().newPage())];
}

/** Works in two stores by turns, each in its tab, beginning at the webhooks, and sees that nothing crosses over. */
export async function workApart(one: Tab, other: Tab, bigcommerce: BigCommerce): Promise<void> {
  await one.front();
  await toggle(one.app, "Order created");
  await expect(one.app.getByText("Order created is off.")).toBeVisible();
  await other.front();
  await toggle(other.app, "Cart created");
  await expect(other.app.getByText("Cart created is on. First events can take a minute.")).toBeVisible();
  await expect(switchOf(other.app, "Order created")).toBeChecked();

  const scopesOf = async ({ store }: Tab) => (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  const [ofOne, ofOther] = [await scopesOf(one), await scopesOf(other)];
  expect(ofOne).not.toContain("store/order/created");
  expect(ofOne).not.toContain("store/cart/created");
  expect(ofOther).toEqual(expect.arrayContaining(["store/order/created", "store/cart/created"]));

  // The shop has no customers of these numbers, so that no names take their place.
  const idOf = (index: number) => 900_001 + index;
  for (const [index, { store }] of [one, other].entries())
    await bigcommerce.fire(store, "store/customer/created", { data: { type: "customer", id: idOf(index) } });
  for (const [index, { app, front }] of [one, other].entries()) {
    await front();
    await goTo(app, "Events");
    await expect(app.getByRole("link", { name: `Customer ${idOf(index)} was created` })).toBeVisible();
    await expect(eventButtons(app)).toHaveCount(1);
    await goTo(app, "Settings");
    await expect(app.getByText([one, other][index]?.store.hash ?? "", { exact: true })).toBeVisible();
  }
}

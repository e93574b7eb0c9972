// Launch links, good and bad, and the frame in which a control panel opens them.
import { z } from "zod";
import { appIn, type FrameLocator, type Page, type Store } from "./fixtures.ts";
import type { Product } from "./product.ts";

/** What a link says that BigCommerce would not say. */
export interface LinkChanges {
  user?: "owner" | "staff";
  /** Claims that replace the right ones. */
  claims?: Record<string, unknown>;
  alg?: string;
  secret?: string;
}

/** A launch link of a store, not opened yet. */
export async function launchLink(
  { simulatorUrl }: Product,
  store: Store,
  changes: LinkChanges = {},
): Promise<string> {
  const response = await fetch(`${simulatorUrl}/control/stores/${store.hash}/launch`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(changes),
  });
  return z.object({ url: z.string() }).parse(await response.json()).url;
}

/** Opens any address in a frame of the store's control panel, as if the panel had made it. */
export async function openInPanel(
  page: Page,
  { simulatorUrl }: Product,
  store: Store,
  url: string,
): Promise<FrameLocator> {
  await page.goto(`${simulatorUrl}/manage/${store.hash}/home`);
  await page.locator("#main").evaluate((main, address) => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { className: "app-frame", width: "900", height: "700", src: address });
    main.replaceChildren(frame);
  }, url);
  return appIn(page);
}

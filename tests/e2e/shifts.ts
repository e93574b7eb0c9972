import type { Page } from "./fixtures.ts";
import type { Product } from "./product.ts";

/** What a page notes about itself from its first moment on. */
interface Noted {
  shifts: { value: number; what: string[] }[];
}

/** Has the page, and the app in it, note from its first moment on what jumps. */
export async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: Noted = { shifts: [] };
    Object.assign(window, { noted });
    type Shift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    };
    new PerformanceObserver((list) => {
      // Cast: the DOM's types do not know these entries.
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput)
          noted.shifts.push({
            value,
            what: sources.map(
              ({ node }) =>
                (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 200) ?? "",
            ),
          });
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What has jumped in the app's frame since the last time that somebody asked. */
export async function newShifts(page: Page, product: Product): Promise<Noted["shifts"]> {
  const frame = page.frames().find((each) => each.url().startsWith(product.appUrl));
  if (!frame) throw new Error("The app is not open");
  // Cast: noted by the page itself, above.
  return frame.evaluate(() => (window as unknown as { noted: Noted }).noted.shifts.splice(0));
}

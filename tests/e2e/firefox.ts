import puppeteer, { type ElementHandle, type Frame, type Page } from "puppeteer-core";
import { findFirefox } from "#scripts/firefox.ts";

/** How long anything may take that a person waits for; a busy machine starts a browser slowly. */
const WAIT_MS = 30_000;
/** After so long a frame is looked for anew: the one that was found may be gone. */
const LOOK_MS = 2_000;

/** Firefox, and what a story does in it. Playwright does not drive the one that Debian has. */
export interface Firefox {
  page: Page;
  /** The app in its frame, once that shows this text. */
  appWith(text: string): Promise<Frame>;
  close(): Promise<void>;
}

/**
 * Starts a Firefox of its own, by WebDriver BiDi.
 * @param appUrl Where frames of the app begin.
 * @param options.keepsCookies Whether frames of another site may keep cookies.
 * @throws Error when there is no Firefox, or it does not start
 */
export async function openFirefox(appUrl: string, { keepsCookies = true } = {}): Promise<Firefox> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error("There is no Firefox");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    timeout: WAIT_MS,
    // Source: Firefox, netwerk/cookie: 1 refuses what other sites want kept, 5 keeps it apart for each site around them.
    extraPrefsFirefox: { "network.cookie.cookieBehavior": keepsCookies ? 5 : 1 },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT_MS);
  await page.setViewport({ width: 1280, height: 900 });
  return {
    page,
    async appWith(text) {
      // The frame is another one after each step of a launch.
      for (const endAt = Date.now() + WAIT_MS; ;) {
        try {
          const frame = await page.waitForFrame((each) => each.url().startsWith(appUrl), {
            timeout: LOOK_MS,
          });
          await frame.waitForFunction(
            (words) => document.body.innerText.includes(words),
            { timeout: LOOK_MS },
            text,
          );
          return frame;
        } catch (error) {
          if (Date.now() > endAt)
            throw new Error(`No frame of the app shows "${text}": ${await shownIn(page)}`, { cause: error });
        }
      }
    },
    close: () => browser.close(),
  };
}

/** What all frames show, for a story that fails. */
async function shownIn(page: Page): Promise<string> {
  const texts = await Promise.all(
    page.frames().map(async (frame) => {
      const text = await frame.evaluate(() => document.body.innerText).catch(String);
      return `${frame.url()}\n${text}`;
    }),
  );
  return texts.join("\n\n").slice(0, 4_000);
}

/** Controls that can be used: what is not known yet is not. */
const ROLES = {
  button: "button:enabled",
  link: "a[href]",
  switch: "[role=switch]:enabled",
  event: "[id^='event-']",
} as const;

/** The first control of this role whose name holds these words, once it can be used. */
export async function controlOf(
  where: Page | Frame,
  role: keyof typeof ROLES,
  words: string,
): Promise<ElementHandle> {
  const found = await where.waitForFunction(
    (selector, name) =>
      [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
        (element.getAttribute("aria-label") ?? element.innerText).includes(name),
      ),
    { timeout: WAIT_MS },
    ROLES[role],
    words,
  );
  const element = found.asElement();
  if (!element) throw new Error(`There is no ${role} "${words}"`);
  return element as ElementHandle; // whatever a selector finds is an element
}

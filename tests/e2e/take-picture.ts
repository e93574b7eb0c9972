import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { PROJECT_DIR } from "#scripts/child.ts";
import { FRAME } from "./fixtures.ts";

/** Of WebP: letters stay sharp, and a screen takes some 30 KB. */
const QUALITY = 70;

interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Takes a WebP picture of a part of the page. @param file Below the project's folder. */
export async function takePicture(page: Page, file: string, clip: Clip): Promise<void> {
  const path = join(PROJECT_DIR, file);
  mkdirSync(dirname(path), { recursive: true });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
    clip: { ...clip, scale: 1 },
  });
  await session.detach();
  writeFileSync(path, Buffer.from(data, "base64"));
}

/** Takes a WebP picture of the app's frame. @param file Below the project's folder. */
export async function takeFrame(page: Page, file: string): Promise<void> {
  await takePicture(page, file, await frameClip(page));
}

/**
 * The app's frame from its top, as high as what is in it: all of it while something lies over the page.
 * @param heightPx No higher than that.
 */
export async function frameClip(page: Page, heightPx = Infinity): Promise<Clip> {
  const frame = await page.locator(FRAME).boundingBox();
  if (!frame) throw new Error("The app is not open");
  const contentPx = await page
    .frameLocator(FRAME)
    .locator("body")
    .evaluate((body) =>
      body.querySelector("[role='dialog']") || scrollY > 0
        ? innerHeight
        : body.getBoundingClientRect().height,
    );
  return { ...frame, height: Math.ceil(Math.min(heightPx, frame.height, contentPx)) };
}

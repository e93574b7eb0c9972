import { existsSync } from "node:fs";

const firstThatExists = (paths: readonly (string | undefined)[]) =>
  paths.find((path) => path !== undefined && path !== "" && existsSync(path));

/** A Chromium of the machine's own; undefined leaves the choice to Playwright, which then starts the one it installed. */
export const wholeChromium = firstThatExists([process.env.CHROMIUM_PATH, "/usr/bin/chromium"]);

/**
 * What most stories run in: it draws no window, and a story takes a quarter less of the processor in it. It reads no
 * settings of a person, so stories about those open the whole Chromium.
 */
export const storyChromium = firstThatExists(["/usr/bin/chromium-headless-shell", wholeChromium]);

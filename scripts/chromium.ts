import { existsSync } from "node:fs";
import { AppError } from "#lib/errors.ts";
import { canInstallPackages, installPackages } from "./debian.ts";
import { findProgram } from "./programs.ts";
import { runTool } from "./run-tool.ts";

/** Names under which systems install a Chromium. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** There is no Chromium, and none could be installed; the message says what to do. */
export class NoChromium extends AppError {
  readonly code = "NO_CHROMIUM";
  readonly retryable = false;
}

/**
 * The Chromium that the stories run in: the one that CHROMIUM_PATH names, the machine's own, Playwright's own, or one that
 * is installed now: as root on Debian by the package manager, elsewhere by Playwright. May be repeated.
 * @throws {NoChromium} when all of these fail.
 */
export async function findOrInstallChromium(): Promise<string> {
  const found = await findChromium();
  if (found) return found;
  if (canInstallPackages()) await installPackages("Installing Chromium", ["chromium"]);
  else
    await runTool("Installing Playwright's Chromium", process.execPath, [
      "node_modules/playwright/cli.js",
      "install",
      "chromium",
    ]);
  const installed = await findChromium();
  if (installed) return installed;
  throw new NoChromium(
    "The stories need a Chromium. Install one, or name it in CHROMIUM_PATH, and run npm test again.",
  );
}

/** Chromium without a window to draw: the same engine with no settings of its own, in Debian a package beside Chromium. */
const HEADLESS_SHELL = "chromium-headless-shell";

/**
 * The lighter Chromium that most stories run in: a story takes a quarter less of the processor in it. May be repeated.
 * @returns its path, or undefined where there is none: the stories then run in the whole Chromium.
 */
export async function findOrInstallHeadlessShell(): Promise<string | undefined> {
  const found = findProgram(HEADLESS_SHELL);
  if (found !== undefined || !canInstallPackages()) return found;
  await installPackages("Installing the headless Chromium", [HEADLESS_SHELL]);
  return findProgram(HEADLESS_SHELL);
}

async function findChromium(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const paths = [process.env.CHROMIUM_PATH, ...NAMES.map(findProgram), chromium.executablePath()];
  return paths.find((path) => path && existsSync(path));
}

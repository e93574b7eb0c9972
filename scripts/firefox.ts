import { existsSync } from "node:fs";
import { canInstallPackages, installPackages } from "./debian.ts";
import { findProgram } from "./programs.ts";

/** Names under which systems install a Firefox. */
const NAMES = ["firefox-esr", "firefox"];

/** The Firefox of this machine: the one that FIREFOX_PATH names, or one on the path; undefined when there is none. */
export function findFirefox(): string | undefined {
  return [process.env.FIREFOX_PATH, ...NAMES.map(findProgram)].find((path) => path && existsSync(path));
}

/**
 * Sees to it that there is a Firefox, where that needs no asking: as root on Debian. Without one its stories are left out, and
 * a line says so. May be repeated.
 * @returns whether there is one.
 */
export async function installFirefox(): Promise<boolean> {
  if (findFirefox() === undefined && canInstallPackages())
    await installPackages("Installing Firefox", ["firefox-esr"]);
  return findFirefox() !== undefined;
}

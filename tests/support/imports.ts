import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const PROJECT_DIR = resolve(import.meta.dirname, "../..");
/** `from "…"`, `import "…"` and `import("…")`, but not `import type`. */
const IMPORT =
  /(?:^|\s)(?:import|export)\s+(?!type\b)[^"']*?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

/**
 * Every file of the project that a file brings along when it is loaded, through however many others.
 * @param path From the project's own folder.
 */
export function broughtAlong(path: string, found = new Set<string>()): ReadonlySet<string> {
  for (const [, plain, lazy] of readFileSync(join(PROJECT_DIR, path), "utf8").matchAll(IMPORT)) {
    const file = fileOf(plain ?? lazy ?? "", path);
    if (file === null || found.has(file)) continue;
    found.add(file);
    broughtAlong(file, found);
  }
  return found;
}

/** The file that a specifier names; null for a package's. */
function fileOf(specifier: string, from: string): string | null {
  const path = specifier.startsWith("#")
    ? join(PROJECT_DIR, specifier.slice(1))
    : specifier.startsWith(".")
      ? resolve(PROJECT_DIR, dirname(from), specifier)
      : null;
  return path !== null && existsSync(path) && statSync(path).isFile() ? relative(PROJECT_DIR, path) : null;
}

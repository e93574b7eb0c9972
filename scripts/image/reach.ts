import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";

/** `npm run migrate -- new` alone comes here, and has the development packages installed first. */
const WRITES_MIGRATIONS = "lib/platform/db/schema-engine.ts";

/** Imports, exports, dynamic imports and places of packages that are left when the types are gone. */
const IMPORT =
  /(?:^|[\s;{}])(?:import|export)\s+(?!type\b)(?:[\w*${},\s]+?\sfrom\s+)?"([^"\n]+)"|\b(?:import|resolve)\(\s*"([^"\n]+)"/g;
/** A script that is started by its place in the project, or a package's own. */
const STARTED =
  /"((?:scripts|simulator|lib)\/[\w./-]+\.ts|server\.ts|node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/[\w./-]+)"/g;

/** Where a name in a file of ours leads: to a file of ours, or to a package; nowhere for what Node.js brings. */
function target(
  imports: Readonly<Record<string, unknown>>,
  from: string,
  name: string,
): { file: string } | { package: string } | null {
  if (name.startsWith("node:") || builtinModules.includes(name)) return null;
  if (name.startsWith(".")) return { file: join(dirname(from), name) };
  const ours = `${name.split("/")[0]}/*`;
  if (Object.hasOwn(imports, ours)) return { file: name.slice(1) };
  return { package: /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name };
}

/** What files of ours load when they run: each package with the first file that wants it, and the files. */
export interface Reached {
  packages: Map<string, string>;
  files: Set<string>;
}

/**
 * Follows what files of a project load when they run, and start in threads and children of theirs.
 * @param entries Files, as seen from the project, as are those that are found.
 */
export function reach(projectDir: string, entries: readonly string[]): Reached {
  const read = (path: string) => readFileSync(join(projectDir, path), "utf8");
  const { imports } = JSON.parse(read("package.json")) as { imports: Record<string, unknown> };
  const files = new Set<string>();
  const packages = new Map<string, string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file) || file === WRITES_MIGRATIONS || !/\.(?:tsx?|mjs)$/.test(file)) continue;
    files.add(file);
    const text = read(file);
    const names = [...text.matchAll(IMPORT)].map(([, plain, dynamic]) => plain ?? dynamic ?? "");
    const found = names.map((name) => target(imports, file, name));
    for (const [, started = ""] of text.matchAll(STARTED)) {
      const path = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(started)?.[1];
      found.push(path ? { package: path } : { file: started });
    }
    for (const each of found) {
      if (each === null) continue;
      if ("file" in each) open.push(relative(projectDir, resolve(projectDir, each.file)));
      else if (!packages.has(each.package)) packages.set(each.package, file);
    }
  }
  return { packages, files };
}

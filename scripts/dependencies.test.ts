import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { PROJECT_DIR } from "./child.ts";

/** They ask for no more than a notice. */
const ALLOWED_LICENCES =
  "MIT, ISC, Apache-2.0, BSD-2-Clause, BSD-3-Clause, 0BSD, Zlib, CC0-1.0, CC-BY-3.0, CC-BY-4.0, BlueOak-1.0.0, Python-2.0, Unlicense".split(
    ", ",
  );
const REGISTRY = "https://registry.npmjs.org/";

const Versions = z.record(z.string(), z.string()).default({});
const Package = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  allowScripts: z.record(z.string(), z.boolean()),
});
const Locked = z.object({
  version: z.string().optional(),
  license: z.string().default("none named"),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  dependencies: Versions,
  devDependencies: Versions,
});

const read = (path: string) => readFileSync(join(PROJECT_DIR, path), "utf8");
const manifest = Package.parse(JSON.parse(read("package.json")));
const lock = z
  .object({ packages: z.record(z.string(), Locked) })
  .parse(JSON.parse(read("package-lock.json")));
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== "")
  .map(([path, locked]) => ({ ...locked, path, name: path.replace(/^.*node_modules\//, "") }));
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

/** Rows of the tables under a heading of docs/dependencies.md: package, licence, reason. */
function rowsUnder(heading: string): { name: string; licence: string; reason: string }[] {
  const section = read("docs/dependencies.md")
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  return Array.from(section?.matchAll(/^\| `([^`]+)`\s*\| (.+?)\s*\| (.+?)\s*\|$/gm) ?? [], (row) => {
    const [, name = "", licence = "", reason = ""] = row;
    return { name, licence, reason };
  });
}

const exceptions = rowsUnder("Licences");
const isException = (name: string, licence: string) =>
  exceptions.some((row) => {
    const isNamed = row.name.endsWith("*") ? name.startsWith(row.name.slice(0, -1)) : name === row.name;
    return isNamed && row.licence === licence;
  });

test.each([
  ["Used when the app runs", manifest.dependencies],
  ["Used to build and to test", manifest.devDependencies],
])("docs/dependencies.md, %s: a line for each package, and none too many", (heading, wanted) => {
  const rows = rowsUnder(heading);
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(wanted));
  for (const { name, licence, reason } of rows) {
    expect([name, licence]).toEqual([name, lock.packages[`node_modules/${name}`]?.license]);
    expect(reason.length).toBeGreaterThan(4);
  }
});

test("the lockfile belongs to package.json", () => {
  const root = lock.packages[""];
  expect({ ...root?.dependencies, ...root?.devDependencies }).toEqual(direct);
});

test("every licence is allowed, or named with a reason", () => {
  const strange = packages.filter(({ name, license }) => {
    const parts = license.replaceAll(/[()]/g, "").split(/ and /i);
    return !parts.every((part) => ALLOWED_LICENCES.includes(part)) && !isException(name, license);
  });
  expect(strange.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test("docs/dependencies.md names the licences that are allowed", () => {
  const text = read("docs/dependencies.md").replaceAll(/\s+/g, " ");
  expect(text).toContain(`no more than a notice: ${ALLOWED_LICENCES.join(", ")}. `);
});

test("every exception is still needed", () => {
  const idle = exceptions.filter(
    (row) => !packages.some(({ name, license }) => row.licence === license && isException(name, license)),
  );
  expect(idle).toEqual([]);
});

test("every script at installation was decided on", () => {
  const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(scripted.toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted());
});

test("every package comes from the public registry, with a checksum", () => {
  for (const { path, resolved = REGISTRY, integrity } of packages) {
    expect([path, resolved.startsWith(REGISTRY)]).toEqual([path, true]);
    expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[A-Za-z0-9+/]{86}==$/)]);
  }
});

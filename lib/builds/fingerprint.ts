import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** What goes into a build; everything else may change without another one. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "package.json",
  "proxy.ts",
  "tsconfig.json",
  "tsconfig.next.json",
];

/** Does a file have a say in what is built? Tests have none, and generated code follows from the schema. */
export function isBuildSource(path: string): boolean {
  return !/\.test\.tsx?$/.test(path) && !path.startsWith("lib/platform/db/generated/");
}

/** One text for a set of files: the same for the same names and contents, whatever their order and dates. */
export function fingerprintOf(files: ReadonlyMap<string, Buffer | string>): string {
  const whole = createHash("sha256");
  for (const name of [...files.keys()].toSorted()) {
    const content = createHash("sha256")
      .update(files.get(name) ?? "")
      .digest("hex");
    whole.update(`${name}\n${content}\n`);
  }
  return whole.digest("hex");
}

/** Names of all files under a project folder that go into a build. */
export const buildSources = (projectDir: string): string[] =>
  SOURCES.flatMap((source) => filesUnder(join(projectDir, source)))
    .map((path) => relative(projectDir, path))
    .filter(isBuildSource);

/** Fingerprint of the build's sources under a project folder. */
export function fingerprintOfSources(projectDir: string): string {
  const names = buildSources(projectDir);
  return fingerprintOf(new Map(names.map((name) => [name, readFileSync(join(projectDir, name))])));
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

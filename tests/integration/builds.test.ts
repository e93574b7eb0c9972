import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWhenStale } from "#scripts/builds.ts";
import { PROJECT_DIR } from "#scripts/child.ts";

let projectDir: string;
beforeAll(() => {
  // Inside the project, where its packages are found; git and the linters pass by what is called so.
  projectDir = mkdtempSync(join(PROJECT_DIR, ".next-tiny-"));
  for (const file of ["next.config.mjs", "package.json", "tsconfig.json", "tsconfig.next.json"])
    cpSync(join(PROJECT_DIR, file), join(projectDir, file));
  write("app/layout.tsx", "export default ({ children }) => <html><body>{children}</body></html>;");
  write("app/page.tsx", 'export default () => "One";');
});
afterAll(() => rmSync(projectDir, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(projectDir, path, ".."), { recursive: true });
  writeFileSync(join(projectDir, path), text);
}
const build = () => buildWhenStale({ projectDir });
const filesIn = (folder: string) =>
  readdirSync(join(projectDir, folder), { recursive: true, encoding: "utf8" }).toSorted();
const read = (...path: string[]) => readFileSync(join(projectDir, ...path), "utf8");

test("one of two that ask at once builds, a build of other sources touches no other, and no source is changed", async () => {
  const tsconfig = read("tsconfig.json");
  const [first, again] = await Promise.all([build(), build()]);
  expect(again).toBe(first);
  expect(read(first, "server/app/index.html")).toContain("One");
  const files = filesIn(first);

  write("app/page.tsx", 'export default () => "Two";');
  const second = await build();
  expect(second).not.toBe(first);
  expect(read(second, "server/app/index.html")).toContain("Two");
  expect(filesIn(first)).toEqual(files);
  expect(readdirSync(join(projectDir, ".next-builds/scripts"))).toHaveLength(2);

  write("app/page.tsx", 'export default () => "One";');
  expect(await build()).toBe(first);
  expect(read("tsconfig.json")).toBe(tsconfig);
  expect(read("next-env.d.ts")).toContain("./.next/types/routes.d.ts");
}, 240_000);

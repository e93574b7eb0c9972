import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { missingPrograms } from "./scripts/programs.ts";
import { findSystemPostgres } from "./tests/support/system-postgres.ts";

const ground = {
  environment: "node" as const,
  setupFiles: ["tests/support/environment.ts", "tests/support/console.ts"],
  globalSetup: ["tests/support/data-dir-setup.ts"],
  unstubEnvs: true,
  restoreMocks: true,
  // Tests that try every single bit, or play hours, take seconds, and many times that beside all other parts.
  testTimeout: 90_000,
  // What has to come within a time says so itself; anything else is given the time of a busy machine.
  expect: { poll: { timeout: 15_000 } },
};
const integration = {
  ...ground,
  include: ["tests/integration/**/*.test.ts"],
  setupFiles: [...ground.setupFiles, "tests/support/ports.ts", "tests/support/database-environment.ts"],
  hookTimeout: 120_000,
};
/**
 * What holds the app to few seconds, which a machine that is busy with other tests might miss; and builds, which leave the
 * processor to whatever else wants it, so that 17 seconds become 240 there.
 */
const TIMED = "tests/integration/{bounds,builds,doors,failures,forwarding-owners,forwarding-trouble}.test.ts";

/** The environment variable by which `npm test` asks for what is worth a round on one server alone. */
const EACH_ONCE = "TESTS_EACH_ONCE";
const system = findSystemPostgres();
const integrationFiles = globSync("tests/integration/*.test.ts");
const saying = (words: RegExp) => integrationFiles.filter((path) => words.test(readFileSync(path, "utf8")));
/** What has a database of the server that its round is about, or names a PostgreSQL of the machine's. */
const asking = new Set(saying(/useDatabase\(|inject\("serverUrl"\)|findSystemPostgres\(/));
/**
 * What plays the app with BigCommerce before it, and what is about the app's memory. `npm test` runs these on one server, the
 * machine's own where there is one: on the embedded one all stories play the same. A file that is run by its name is in
 * both rounds.
 */
const once =
  system && process.env[EACH_ONCE] ? [...saying(/useApp\(/), "tests/integration/export-load.test.ts"] : [];

if (!system)
  process.stdout.write(
    "This machine has no PostgreSQL of its own: the second round of integration tests is left out.\n",
  );

const missing = missingPrograms();
if (missing.length > 0)
  process.stdout.write(
    `This machine has no ${missing.join(", no ")}: the tests of what stands around the app are left out.\n`,
  );

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...ground,
          name: "unit",
          // What has no database keeps nothing in its modules: loading them anew for each file was half of the work.
          isolate: false,
          include: [
            "{app,components,lib,scripts,simulator}/**/*.test.{ts,tsx}",
            "tests/{alarms,bench,crash,fleet,fuzz,structure}/*.test.ts",
          ],
        },
      },
      {
        test: {
          ...integration,
          name: "integration",
          // What needs a PostgreSQL with all of its programs.
          exclude: ["tests/integration/several-hosts.test.ts", TIMED, ...once],
          globalSetup: [...ground.globalSetup, "tests/support/embedded-setup.ts"],
        },
      },
      {
        test: {
          ...integration,
          name: "timed",
          include: [TIMED],
          globalSetup: [...ground.globalSetup, "tests/support/embedded-setup.ts"],
        },
      },
      ...(system
        ? [
            {
              test: {
                ...integration,
                name: `integration-${system.name}-kolkata`,
                // What asks this server for nothing, because it has one of its own or needs none.
                exclude: [TIMED, ...integrationFiles.filter((path) => !asking.has(path))],
                globalSetup: [...ground.globalSetup, "tests/support/system-setup.ts"],
              },
            },
          ]
        : []),
      ...(missing.length === 0
        ? [
            {
              test: {
                ...integration,
                name: "surroundings",
                include: ["tests/surroundings/**/*.test.ts"],
                globalSetup: [...ground.globalSetup, "tests/support/embedded-setup.ts"],
              },
            },
          ]
        : []),
    ],
  },
});

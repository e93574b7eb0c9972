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
/** What holds the app to few seconds, which a machine that is busy with other tests might miss. */
const TIMED = "tests/integration/{bounds,doors,failures,forwarding-owners,forwarding-trouble}.test.ts";

/** Whether a test file has a database of the server that its round is about, or names a PostgreSQL of the machine's. */
const asksTheServer = (path: string) =>
  /useDatabase\(|inject\("serverUrl"\)|findSystemPostgres\(/.test(readFileSync(path, "utf8"));

const system = findSystemPostgres();
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
            "tests/{bench,crash,fuzz,structure}/*.test.ts",
          ],
        },
      },
      {
        test: {
          ...integration,
          name: "integration",
          // What needs a PostgreSQL with all of its programs.
          exclude: ["tests/integration/several-hosts.test.ts", TIMED],
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
                // What asks this server for nothing, because it has one of its own or needs none; what waits for
                // BigCommerce alone, or is about the app's memory; and what says the same to a server a hundred times
                // over, while others (BigCommerce by chance, or each kind of visitor) say something else each time.
                exclude: [
                  TIMED,
                  ...globSync("tests/integration/*.test.ts").filter((path) => !asksTheServer(path)),
                  "tests/integration/{quota,export-load}.test.ts",
                  "tests/integration/{chaos,isolation,odd-answers}.test.ts",
                ],
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

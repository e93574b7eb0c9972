import { defineConfig } from "@playwright/test";
import { findFirefox } from "./scripts/firefox.ts";
import { storyChromium } from "./tests/e2e/browsers.ts";

const isRoot = process.getuid?.() === 0;
/**
 * Faults and what the app asks for concern every store at once: these are told one by one, in a product where no others are. So
 * is what kills products of its own.
 */
const FAULTS = /(faults|keeper|lifecycle|permissions|rejections)\.spec\.ts$/;
/** Told by another driver than the others, where there is such a browser. */
const FIREFOX = findFirefox() === undefined ? [/firefox\.spec\.ts$/] : [];
/** What measures needs the machine as well, and comes after all others. */
const ALONE = /runs\.spec\.ts$/;
const ONE_BY_ONE = { workers: 1, fullyParallel: false };

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: /\.spec\.ts$/,
  globalSetup: "./tests/e2e/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  // Twice more, for a browser that a busy machine kept waiting: what then passes is named flaky, and is a fault to look into.
  retries: 2,
  forbidOnly: true,
  // Bounds for a machine that is busy with other things; on an idle one a story takes some seconds.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/stories.json" }]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
    screenshot: "only-on-failure",
    launchOptions: {
      ...(storyChromium !== undefined && { executablePath: storyChromium }),
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
      ],
    },
  },
  projects: [
    { name: "stories", testIgnore: [FAULTS, ALONE, ...FIREFOX], outputDir: "test-results/stories" },
    {
      name: "faults",
      testMatch: FAULTS,
      dependencies: ["stories"],
      outputDir: "test-results/faults",
      ...ONE_BY_ONE,
    },
    {
      name: "alone",
      testMatch: ALONE,
      dependencies: ["faults"],
      outputDir: "test-results/alone",
      ...ONE_BY_ONE,
    },
  ],
});

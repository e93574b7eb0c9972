import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/errors.ts";
import { PROJECT_DIR, startChild, type Child } from "./child.ts";
import { fingerprintOfSources } from "./fingerprint.ts";
import { beginStep } from "./steps.ts";

/** Where the build lies; the same as `distDir` in next.config.mjs. */
export const DIST_DIR = join(PROJECT_DIR, process.env.NEXT_DIST_DIR ?? ".next");
/** What the build was made of; written when it is whole, so that an interrupted one counts as none. */
const fingerprintFile = () => join(DIST_DIR, "webhook-keeper-sources");

/** Next.js writes this file last; a build that was interrupted may say that it went well and lacks it. */
const isWhole = () => existsSync(join(DIST_DIR, "BUILD_ID"));

/** Is there a build of exactly these sources? */
export function isBuildFresh(): boolean {
  const path = fingerprintFile();
  return isWhole() && existsSync(path) && readFileSync(path, "utf8") === fingerprintOfSources(PROJECT_DIR);
}

/** The pages could not be built; the message holds what the build said. */
export class BuildFailed extends AppError {
  readonly code = "BUILD_FAILED";
  readonly retryable = false;
}

/**
 * Without the compiler Next.js would install one by itself, beside the lockfile.
 * @throws {BuildFailed} when the packages that build are left out here.
 */
export function requireCompiler(projectDir: string): void {
  if (existsSync(join(projectDir, "node_modules/typescript"))) return;
  throw new BuildFailed(
    "The pages were not built from these sources, and the packages that build them are left out here: bring .next and " +
      "lib/platform/db/generated from where the app was built, or run npm ci --omit=dev.",
  );
}

/**
 * Builds the pages when their sources have changed since the last build.
 * @param env The environment to build in.
 * @param onStarted Gets the building process, so that a stop can end it.
 * @throws {BuildFailed} with what the build said.
 */
export async function buildWhenStale(
  env: NodeJS.ProcessEnv,
  onStarted: (child: Child) => void,
): Promise<void> {
  if (isBuildFresh()) return;
  requireCompiler(PROJECT_DIR);
  const fingerprint = fingerprintOfSources(PROJECT_DIR);
  rmSync(fingerprintFile(), { force: true });
  const step = beginStep("Building the pages");
  let output = "";
  const { child } = startChild({
    name: "the build",
    script: "node_modules/next/dist/bin/next",
    args: ["build"],
    execArgv: ["--import", join(PROJECT_DIR, "scripts/end-with-parent.ts")],
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stopWithinMs: 2_000,
    onOutput: (text) => {
      output += text;
    },
    onStarted: () => undefined,
  });
  onStarted(child);
  const how = await child.ended;
  if (how !== "exit code 0" || !isWhole()) {
    step.fail();
    throw new BuildFailed(`The build failed (${how}):\n${output.trim()}`);
  }
  writeFileSync(fingerprintFile(), fingerprint);
  step.done();
}

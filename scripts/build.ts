import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_DIR, startChild, type Child } from "./child.ts";
import { fingerprintOfSources } from "./fingerprint.ts";
import { beginStep } from "./steps.ts";

/** Where the build lies; the same as `distDir` in next.config.ts. */
const distDir = () => join(PROJECT_DIR, process.env.NEXT_DIST_DIR ?? ".next");
/** What the build was made of; written when it is whole, so that an interrupted one counts as none. */
const fingerprintFile = () => join(distDir(), "webhook-keeper-sources");

/** Is there a build of exactly these sources? */
export function isBuildFresh(): boolean {
  const path = fingerprintFile();
  return existsSync(path) && readFileSync(path, "utf8") === fingerprintOfSources(PROJECT_DIR);
}

/**
 * Builds the pages when their sources have changed since the last build.
 * @param env The environment to build in.
 * @param onStarted Gets the building process, so that a stop can end it.
 * @throws when the build fails; its own output has been shown.
 */
export async function buildWhenStale(
  env: NodeJS.ProcessEnv,
  onStarted: (child: Child) => void,
): Promise<void> {
  if (isBuildFresh()) return;
  const fingerprint = fingerprintOfSources(PROJECT_DIR);
  const step = beginStep("Building the pages");
  const { child } = startChild({
    name: "the build",
    script: "node_modules/next/dist/bin/next",
    args: ["build"],
    execArgv: ["--import", join(PROJECT_DIR, "scripts/end-with-parent.ts")],
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stopWithinMs: 2_000,
    onStarted: () => undefined,
  });
  onStarted(child);
  const how = await child.ended;
  if (how !== "exit code 0") {
    step.fail();
    throw new Error(`The build failed (${how}); the reason stands above`);
  }
  writeFileSync(fingerprintFile(), fingerprint);
  step.done();
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fingerprintOfSources } from "#lib/builds/fingerprint.ts";
import { distDirOf, isBuilt, isComplete, keepScripts, MARK, nameOf, tidy } from "#lib/builds/folders.ts";
import { SCRIPTS_DIR } from "#lib/config/config.ts";
import { AppError } from "#lib/errors.ts";
import { PROJECT_DIR, startChild, type Child } from "./child.ts";
import { beginStep } from "./steps.ts";

/** What Next.js says when another process builds in the same folder, and ends. */
const BUSY = /Another .*next build.* process is already running/;
/** How often it is looked whether that other process is done, and after how many looks it is tried again. */
const LOOK_MS = 500;
const LOOKS = 20;

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
    "The pages were not built from these sources, and the packages that build them are left out here: bring " +
      ".next-builds and lib/platform/db/generated from where the app was built, or run npm ci --omit=dev.",
  );
}

/** How a build is made. */
export interface BuildOrder {
  env?: NodeJS.ProcessEnv;
  /** What is built; this project unless another one is named. */
  projectDir?: string;
  /** Gets the building process, so that a stop can end it. */
  onStarted?: (child: Child) => void;
}

/** Where the build of this project's sources as they are now lies, or would lie. */
export const ownBuild = (): string => join(PROJECT_DIR, distDirOf(fingerprintOfSources(PROJECT_DIR)));

/**
 * Builds the pages when there is no build of their sources, and keeps their scripts beside those of other builds. Builds
 * of other sources stay, for the processes that serve them. Two processes may ask for the same build at once: one makes it.
 * @returns where the build lies, as seen from the project.
 * @throws {BuildFailed} with what the build said.
 */
export async function buildWhenStale(order: BuildOrder = {}): Promise<string> {
  const { env = process.env, projectDir = PROJECT_DIR } = order;
  const fingerprint = fingerprintOfSources(projectDir);
  const distDir = distDirOf(fingerprint);
  const folder = join(projectDir, distDir);
  const scriptsDir = resolve(projectDir, env.SCRIPTS_DIR || SCRIPTS_DIR);
  const isNew = !isBuilt(folder, fingerprint);
  if (isNew) {
    requireCompiler(PROJECT_DIR);
    const step = beginStep("Building the pages");
    try {
      await build({ ...order, env, projectDir }, distDir, fingerprint);
    } catch (error) {
      step.fail();
      throw error;
    }
    step.done();
  }
  try {
    // A build that an image brought is not new, and yet its scripts are in a folder that all versions share.
    const areKept = keepScripts(folder, nameOf(fingerprint), scriptsDir);
    if (isNew || areKept) tidy(projectDir, scriptsDir, fingerprint, new Date());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BuildFailed(`The scripts of the pages cannot be kept in ${scriptsDir}: ${reason}`, {
      cause: error,
    });
  }
  return distDir;
}

async function build(
  { env, projectDir, onStarted }: BuildOrder & { projectDir: string },
  distDir: string,
  fingerprint: string,
): Promise<void> {
  const folder = join(projectDir, distDir);
  let wasTakenOver = false;
  for (;;) {
    let output = "";
    const { child } = startChild({
      name: "the build",
      script: "node_modules/next/dist/bin/next",
      args: ["build", projectDir],
      execArgv: ["--import", join(PROJECT_DIR, "scripts/end-with-parent.ts")],
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: distDir },
      stopWithinMs: 2_000,
      onOutput: (text) => {
        output += text;
      },
      onStarted: () => undefined,
    });
    onStarted?.(child);
    const how = await child.ended;
    if (how === "exit code 0" && isComplete(folder)) break;
    // Another process that waited may begin the same build in the moment after this one ended, and clears the folder first.
    const isTakenOver: boolean = how === "exit code 0" && !wasTakenOver;
    wasTakenOver ||= isTakenOver;
    if (!isTakenOver && !BUSY.test(output))
      throw new BuildFailed(`The build failed (${how}):\n${output.trim()}`);
    for (let look = 0; look < LOOKS; look++) {
      await pause(LOOK_MS);
      if (isBuilt(folder, fingerprint)) return;
    }
  }
  forgetTypes(projectDir, distDir);
  writeFileSync(join(folder, MARK), fingerprint);
}

/** Types of the routes are asked of `.next`, where `next typegen` puts them: a build's own go when it is superseded. */
function forgetTypes(projectDir: string, distDir: string): void {
  const path = join(projectDir, "next-env.d.ts");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replaceAll(`./${distDir}/`, "./.next/"));
}

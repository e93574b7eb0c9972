import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";

/** Where the builds lie, each in a folder of its own; git, the linters and the formatter pass by what is called so. */
const BUILDS_DIR = ".next-builds";
/** Written when a build is whole, with the fingerprint of what it was made of; `lib/config/version.ts` reads it, too. */
export const MARK = "webhook-keeper-sources";
/** Characters of a fingerprint that name its build; the log's `version` has the same. */
const NAME_CHARS = 8;
/** A running process may serve a build for as long as only two others were made after it. */
const WHOLE_KEPT = 3;
/** Scripts alone are small, and pages stay open for long. */
const SCRIPTS_KEPT = 6;
/** A build that is not whole after this time was given up; on a slow machine one takes minutes. */
const BUILDING_MS = 3_600_000;

/** The name of the build that is made of the sources with this fingerprint. */
export const nameOf = (fingerprint: string): string => fingerprint.slice(0, NAME_CHARS);

/** Where that build lies, as seen from the project: what Next.js calls `distDir`. */
export const distDirOf = (fingerprint: string): string => join(BUILDS_DIR, nameOf(fingerprint));

/** Did Next.js come to its end here? It writes this file last, and answers an interrupted build with exit code 0. */
export const isComplete = (folder: string): boolean => existsSync(join(folder, "BUILD_ID"));

/** Is there a whole build in this folder, and, when a fingerprint is given, of exactly these sources? */
export function isBuilt(folder: string, fingerprint?: string): boolean {
  const mark = join(folder, MARK);
  return (
    isComplete(folder) &&
    existsSync(mark) &&
    (fingerprint === undefined || readFileSync(mark, "utf8") === fingerprint)
  );
}

/** A folder among those that hold builds, or scripts of builds. */
export interface BuildFolder {
  name: string;
  isWhole: boolean;
  /** When it was made whole; of others, when they were begun. */
  at: Date;
}

/**
 * Which folders may go: all but the one in use, the newest beside it, and what somebody may still be making. Pure.
 * @param kept How many whole ones stay, the one in use among them.
 */
export function superseded(
  folders: readonly BuildFolder[],
  { current, kept }: { current: string; kept: number },
  now: Date,
): string[] {
  const others = folders.filter(({ name }) => name !== current);
  const old = others
    .filter(({ isWhole }) => isWhole)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(kept - 1);
  const givenUp = others.filter(({ isWhole, at }) => !isWhole && now.getTime() - at.getTime() > BUILDING_MS);
  return [...old, ...givenUp].map(({ name }) => name);
}

/** Removes builds that were superseded, and scripts of builds that are older still. May be repeated. */
export function tidy(projectDir: string, scriptsDir: string, fingerprint: string, now: Date): void {
  const current = nameOf(fingerprint);
  const builds = foldersIn(join(projectDir, BUILDS_DIR), (folder) =>
    isBuilt(folder) ? join(folder, MARK) : null,
  );
  const scripts = foldersIn(scriptsDir, (folder, name) => (name.startsWith(".") ? null : folder));
  for (const name of superseded(builds, { current, kept: WHOLE_KEPT }, now))
    rmSync(join(projectDir, BUILDS_DIR, name), { recursive: true, force: true });
  for (const name of superseded(scripts, { current, kept: SCRIPTS_KEPT }, now))
    rmSync(join(scriptsDir, name), { recursive: true, force: true });
}

/** @param dated Gives the path whose date says when a folder was made whole; null for one that is not. */
function foldersIn(dir: string, dated: (folder: string, name: string) => string | null): BuildFolder[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^(?:[0-9a-f]{8}|\..*)$/.test(entry.name))
    .map(({ name }) => {
      const whole = dated(join(dir, name), name);
      return { name, isWhole: whole !== null, at: statSync(whole ?? join(dir, name)).mtime };
    });
}

/**
 * Puts what browsers fetch of a build beside that of others, whole or not at all, so that each process that knows the
 * folder can serve it. May be repeated.
 * @param distDir Where the build lies.
 * @returns whether they were not there before.
 */
export function keepScripts(distDir: string, name: string, scriptsDir: string): boolean {
  const to = join(scriptsDir, name);
  if (existsSync(to)) return false;
  const unfinished = join(scriptsDir, `.${name}-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(scriptsDir, { recursive: true });
  cpSync(join(distDir, "static"), unfinished, { recursive: true });
  try {
    renameSync(unfinished, to);
    return true;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(to)) throw error;
    return false;
  }
}

// Imported by servers before anything reads the settings: they serve the build of their own sources, or say that there
// is none. A build of other sources would answer pages whose API this process does not have.
import { join, resolve } from "node:path";
import { fingerprintOfSources } from "./fingerprint.ts";
import { distDirOf, isBuilt } from "./folders.ts";

const PROJECT_DIR = resolve(import.meta.dirname, "../..");

if (process.env.NODE_ENV !== "development")
  process.env.NEXT_DIST_DIR ||= distDirOf(fingerprintOfSources(PROJECT_DIR));

/**
 * Ends the process, in a sentence, when the build that it is to serve is not there.
 * @param distDir Where it lies, as seen from the project.
 */
export function requireBuild(distDir: string): void {
  if (isBuilt(join(PROJECT_DIR, distDir))) return;
  process.stderr.write("The pages of this version are not built: `npm run build`, then start it again.\n");
  process.exit(1);
}

// `node scripts/image/assemble.ts FOLDER`, in the Dockerfile: lays out what the image holds, as its root folder, from a
// project whose pages are built. Nothing of it is made anew, so that what was built is what runs.
import { cpSync, globSync, mkdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { buildSources } from "#lib/builds/fingerprint.ts";
import { ownBuild } from "#scripts/builds.ts";
import { PROJECT_DIR } from "#scripts/child.ts";
import { IMAGE_ENTRIES } from "./entries.ts";
import { isNeeded, packagesFor, type Lock } from "./needed.ts";
import { reach } from "./reach.ts";

/** Read by what runs, though it imports none of it. */
const BESIDE = [
  "LICENSE",
  "deploy/image",
  "docs/guide",
  "lib/platform/db/generated",
  "prisma/migrations",
  ".next-builds/scripts",
];

function assemble(root: string): void {
  const copy = (path: string, leavesOut: (path: string) => boolean = () => false) =>
    cpSync(join(PROJECT_DIR, path), join(root, "app", path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (from) => {
        const name = relative(PROJECT_DIR, from);
        return isNeeded(name) && !leavesOut(name);
      },
    });
  const { packages, files } = reach(PROJECT_DIR, IMAGE_ENTRIES);
  const { packages: lock } = JSON.parse(readFileSync(join(PROJECT_DIR, "package-lock.json"), "utf8")) as {
    packages: Lock;
  };
  for (const path of new Set([...buildSources(PROJECT_DIR), ...files, ...BESIDE])) copy(path);
  copy(relative(PROJECT_DIR, ownBuild()));
  for (const place of packagesFor([...packages.keys()], lock)) {
    // What lies in its folder has a place of its own.
    copy(place, (name) => name.startsWith(`${place}/node_modules`));
  }
  mkdirSync(join(root, "usr/local/bin"), { recursive: true });
  cpSync(join(PROJECT_DIR, "node_modules/node/bin/node"), join(root, "usr/local/bin/node"), {
    dereference: true,
  });
}

const [root] = process.argv.slice(2);
if (root === undefined || globSync("*", { cwd: root }).length > 0) {
  process.stderr.write("Usage: node scripts/image/assemble.ts FOLDER, one that is empty or not there\n");
  process.exit(1);
}
assemble(root);

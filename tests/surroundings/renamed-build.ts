import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { MARK } from "#lib/builds/folders.ts";

/** What a process that serves does not read; left out because it is most of a build. */
const NOT_SERVED = /\.map$|^(?:cache|diagnostics|trace|trace-build|types)(?:\/|$)/;
const TEXT = /\.(?:js|json|html|rsc|meta|body|css|txt)$|BUILD_ID$/;
/** The part of a script's name that follows from what is in it. */
const HASH = /[\w-]{13}(?=\.(?:js|css)$)/;

const reversed = (text: string) => Array.from(text).toReversed().join("");

/**
 * Copies a build beside itself and gives another name to the copy and to each of its scripts and styles, in all files that
 * name them: what another version looks like to browsers, balancers and processes, in seconds instead of a second build.
 * What the scripts do is the same. Names keep their length, because answers say how long their parts are.
 * @param folder Where the build lies.
 * @returns where the copy lies.
 */
export function renamedBuild(folder: string): string {
  const names = new Map([[basename(folder), reversed(basename(folder))]]);
  for (const file of readdirSync(join(folder, "static/chunks"))) {
    const [hash] = HASH.exec(file) ?? [];
    if (hash !== undefined) names.set(hash, reversed(hash));
  }
  const named = new RegExp([...names.keys()].join("|"), "g");
  const rename = (text: string) => text.replaceAll(named, (name) => names.get(name) ?? name);
  const to = join(dirname(folder), rename(basename(folder)));
  cpSync(folder, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !NOT_SERVED.test(path.slice(folder.length + 1).replaceAll(sep, "/")),
  });
  const entries = readdirSync(to, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile() && TEXT.test(each.name))) {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, "utf8");
    const other = rename(text);
    if (other !== text) writeFileSync(path, other);
  }
  // The deepest first, so that no folder moves away from under what it holds.
  for (const { parentPath, name } of entries.toReversed())
    if (rename(name) !== name) renameSync(join(parentPath, name), join(parentPath, rename(name)));
  writeFileSync(join(to, MARK), basename(to));
  return to;
}

/** Packages by their place, as the lockfile has them. */
export type Lock = Readonly<Record<string, LockedPackage>>;

interface LockedPackage {
  dependencies?: Readonly<Record<string, string>>;
  peerDependencies?: Readonly<Record<string, string>>;
  peerDependenciesMeta?: Readonly<Record<string, { optional?: boolean }>>;
}

/**
 * Places of the packages that some packages need to run, themselves included: their dependencies and what they are made to
 * run beside. What is optional is left out: the embedded PostgreSQL, compilers, image libraries. Pure.
 * @param roots Names of packages.
 * @throws when a package is not locked.
 */
export function packagesFor(roots: readonly string[], lock: Lock): string[] {
  const found = new Set<string>();
  const open = roots.map((name) => placeOf(name, "", lock));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue;
    found.add(place);
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = lock[place] ?? {};
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
    for (const name of [...Object.keys(dependencies), ...peers]) open.push(placeOf(name, place, lock));
  }
  return [...found].toSorted();
}

/** Where a package finds another one: in its own folder, or in one above. */
function placeOf(name: string, from: string, lock: Lock): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const place = `${folder && `${folder}/`}node_modules/${name}`;
    if (Object.hasOwn(lock, place)) return place;
    if (folder === "") throw new Error(`${name}, which ${from || "the app"} needs, is not in the lockfile`);
  }
}

/** Files of packages, and of a build, that nothing reads while the app runs. */
const IDLE: readonly RegExp[] = [
  // For people and compilers.
  /\.(?:map|flow|tsbuildinfo|d\.ts|d\.mts|d\.cts)$/,
  // Next.js: its own sources once more for bundlers, its manual, and what only `next dev` runs.
  /^node_modules\/next\/dist\/(?:esm|docs|bundle-analyzer)\//,
  /^node_modules\/next\/dist\/compiled\/next-server\/.*\.dev\.js$/,
  /^node_modules\/next\/dist\/compiled\/(?:react-dom|react-server-dom-\w+)-experimental\//,
  // Prisma: the same for databases that we do not have.
  /^node_modules\/@prisma\/client\/runtime\/query_compiler_\w+\.(?!postgresql)/,
  // And its larger compiler of queries, which the schema does not choose.
  /^node_modules\/@prisma\/client\/runtime\/query_compiler_fast_/,
  // A build: what it noted of itself.
  /^\.next-builds\/[^/]+\/(?:cache\/.*|diagnostics\/.*|types\/.*|trace|trace-build|turbopack)$/,
];

/** Does a file belong into the image? Pure. @param path As seen from the project. */
export const isNeeded = (path: string): boolean => !IDLE.some((pattern) => pattern.test(path));

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Characters of a build's fingerprint that tell it from others. */
const BUILD_CHARS = 8;

/**
 * What runs here: the package's version and, once there is a build, the beginning of its fingerprint, as in
 * `0.1.0+3fa9c1d2`. Never throws: what cannot be read is left out.
 * @param projectDir Where `package.json` is.
 * @param distDir Where the build is, beside it.
 */
export function versionOf(projectDir: string, distDir: string): string {
  const { version = "unknown" } = JSON.parse(read(join(projectDir, "package.json")) ?? "{}") as {
    version?: string;
  };
  const build = read(join(projectDir, distDir, "webhook-keeper-sources"))?.slice(0, BUILD_CHARS);
  return build ? `${version}+${build}` : version;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return null;
  }
}

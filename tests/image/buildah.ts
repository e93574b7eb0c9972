import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PROJECT_DIR } from "#scripts/child.ts";
import { findProgram } from "#scripts/programs.ts";

/** Images and what they are made of; kept from run to run, since a Debian takes half a minute and 300 MB to fetch. */
const HOME = join(tmpdir(), "webhook-keeper-image");
const BASE = "localhost/keeper-base";
const BUILDER = "localhost/keeper-builder";
const PREVIOUS = "localhost/keeper-previous";
const IMAGE = "localhost/webhook-keeper";
/** A script of a build before this one, as its image would hold it. */
export const OLD_SCRIPT = { path: "chunks/old.js", text: "old()" };

/** What Debian's slim images leave out of theirs. */
const NOT_SLIM = [
  "usr/share/doc",
  "usr/share/man",
  "usr/share/info",
  "usr/share/locale",
  "var/cache/apt",
  "var/lib/apt/lists",
];

/** Runs buildah on images of its own. @returns what it said on standard output. */
function buildah(...args: string[]): string {
  const own = ["--root", join(HOME, "images"), "--runroot", join(HOME, "run")];
  return execFileSync("buildah", [...own, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
  }).trim();
}

const hasImage = (name: string): boolean =>
  buildah("images", "--format", "{{.Name}}").split("\n").includes(name);

/** Why the image cannot be built here; null when it can. */
export function whyNot(): string | null {
  if (process.getuid?.() !== 0) return "an image is built and run by root alone here";
  const missing = ["buildah", "debootstrap"].filter((name) => findProgram(name) === undefined);
  return missing.length === 0 ? null : `apt-get install --no-install-recommends ${missing.join(" ")}`;
}

/** Makes the images that the Dockerfile stands on, where they are not there yet: a Debian, one with Node.js, an older image of ours. */
export function makeBases(say: (line: string) => void): void {
  mkdirSync(HOME, { recursive: true });
  if (!hasImage(BASE)) {
    say("Fetching a Debian ...");
    const root = join(HOME, "debian");
    rmSync(root, { recursive: true, force: true });
    execFileSync("debootstrap", ["--variant=minbase", "bookworm", root], { stdio: "ignore" });
    for (const path of NOT_SLIM) rmSync(join(root, path), { recursive: true, force: true });
    commit("scratch", BASE, [[root, "/"]]);
    rmSync(root, { recursive: true, force: true });
  }
  if (!hasImage(BUILDER)) {
    const npm = dirname(dirname(realpathSync(findProgram("npm") ?? "npm")));
    const certificates = process.env.NODE_EXTRA_CA_CERTS;
    const files: [string, string][] = [
      [join(PROJECT_DIR, "node_modules/node/bin/node"), "/usr/local/bin/node"],
      [npm, "/usr/local/lib/node_modules/npm"],
    ];
    // Where this machine trusts more than Node.js does, to reach the registry, so does the builder.
    if (certificates) files.push([certificates, "/etc/ssl/registry.crt"]);
    const env = certificates ? ["NODE_EXTRA_CA_CERTS=/etc/ssl/registry.crt"] : [];
    commit(
      BASE,
      BUILDER,
      files,
      [...env, "npm_config_prefer_offline=true"],
      "../lib/node_modules/npm/bin/npm-cli.js",
    );
  }
  if (!hasImage(PREVIOUS)) {
    const root = mkdtempSync(join(HOME, "previous-"));
    const path = join(root, "app/.next-builds/scripts/0a1b2c3d", OLD_SCRIPT.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, OLD_SCRIPT.text);
    commit(BASE, PREVIOUS, [[root, "/"]]);
    rmSync(root, { recursive: true });
  }
}

/** @param npm Where `npm` is to lead; nowhere when absent. */
function commit(from: string, to: string, files: [string, string][], env: string[] = [], npm?: string): void {
  const container = buildah("from", from);
  for (const [source, target] of files) buildah("copy", "-q", container, source, target);
  if (npm) buildah("run", "--isolation", "chroot", container, "--", "ln", "-s", npm, "/usr/local/bin/npm");
  for (const each of env) buildah("config", "--env", each, container);
  buildah("commit", "-q", "--rm", container, to);
}

/** Builds the image by the Dockerfile. @throws when that fails; what it said stands on standard error by then. */
export async function buildImage(): Promise<void> {
  const cache = execFileSync("npm", ["config", "get", "cache"], { encoding: "utf8" }).trim();
  if (!existsSync(cache)) mkdirSync(cache, { recursive: true });
  const own = ["--root", join(HOME, "images"), "--runroot", join(HOME, "run")];
  const given = Object.entries({ BASE, BUILDER, PREVIOUS }).flatMap(([name, image]) => [
    "--build-arg",
    `${name}=${image}`,
  ]);
  const place = ["-v", `${cache}:/root/.npm`, "-t", IMAGE, PROJECT_DIR];
  const child = spawn(
    "buildah",
    [...own, "bud", "--format", "docker", "--isolation", "chroot", ...given, ...place],
    {
      stdio: ["ignore", 2, 2],
    },
  );
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error("The image could not be built");
}

/** What an image says of itself, as its containers get it. */
export interface ImageConfig {
  User: string;
  WorkingDir: string;
  Env: string[];
  Entrypoint: string[];
  Cmd: string[];
  Healthcheck?: { Test: string[] };
}

/** The image's files, for as long as it is looked at and run. */
export interface OpenImage {
  root: string;
  config: ImageConfig;
  close(): void;
}

/** Lays the image's files out. @throws when it was not built. */
export function openImage(): OpenImage {
  const container = buildah("from", "--pull-never", IMAGE);
  const { Docker } = JSON.parse(buildah("inspect", container)) as { Docker: { config: ImageConfig } };
  return {
    root: buildah("mount", container),
    config: Docker.config,
    close: () => buildah("rm", container),
  };
}

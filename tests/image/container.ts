import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { OpenImage } from "./buildah.ts";

/** A container that runs, as near to an engine's as namespaces and a changed root are. */
export interface Container {
  /** The process that is the first one inside. */
  pid: number;
  /** What it wrote so far, to both of its streams. */
  output(): string;
  /** Resolves when it wrote this. @throws when it ended before. */
  said(text: string): Promise<void>;
  /** Asks it to end. @returns with which code it did, and after how long. */
  stop(): Promise<{ code: number | null; tookMs: number }>;
  ended: Promise<number | null>;
  /** Ends it, however it is. May be repeated. */
  kill(): Promise<void>;
}

/**
 * The container's own mounts: its root cannot be written to, `/tmp` can and is its own, secrets can be read. Then the
 * container's user takes over, without any right of root's. `exec` all along, so that the role is process 1.
 */
const INSIDE = `
set -eu
root="$1" secrets="$2" user="$3" dir="$4"
shift 4
mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o size=64m,mode=1777 tmpfs "$root/tmp"
mount --bind "$secrets" "$root/mnt"
mount -o remount,bind,ro "$root/mnt"
mount -o remount,bind,ro "$root"
exec chroot --userspec="$user" --groups="\${user#*:}" "$root" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$dir" "$@"
`;

/**
 * Starts a container of an image.
 * @param words What it is, such as `app`; a command of its own where the first one is a path.
 * @param settings Its environment besides the image's.
 * @param secrets A folder that it finds as `/mnt`.
 */
export async function startContainer(
  { root, config }: OpenImage,
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
  secrets: string,
): Promise<Container> {
  const own = Object.fromEntries(
    config.Env.map((line) => line.split(/=(.*)/s).slice(0, 2)) as [string, string][],
  );
  const command = words[0]?.startsWith("/") ? words : [...config.Entrypoint, ...words];
  const args = ["--mount", "--pid", "--fork", "--kill-child=KILL", "sh", "-c", INSIDE, "sh"];
  const child = spawn("unshare", [...args, root, secrets, config.User, config.WorkingDir, ...command], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...own, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      child.emit("said");
    });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const pid = await firstInside(child);
  return {
    pid,
    ended,
    kill: async () => {
      // It goes with the process that waits for it.
      child.kill("SIGKILL");
      await ended;
    },
    output: () => output,
    said: (text) => said(child, text, () => output),
    stop: async () => {
      const beganMs = performance.now();
      process.kill(pid, "SIGTERM");
      return { code: await ended, tookMs: performance.now() - beganMs };
    },
  };
}

function said(child: ChildProcess, text: string, output: () => string): Promise<void> {
  return new Promise((settle, fail) => {
    const look = () => {
      if (output().includes(text)) settle();
    };
    child.on("said", look);
    child.once("close", () => fail(new Error(`It ended without ${text}:\n${output()}`)));
    look();
  });
}

/** `unshare` waits for the first process inside, which alone hears the word to stop, as with an engine. */
async function firstInside(child: ChildProcess): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").split(" ");
    if (pid) return Number(pid);
    await new Promise((settle) => setTimeout(settle, 25));
  }
  throw new Error("The container did not begin");
}

import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Written at once; beside it everything else is small. */
const BLOCK = Buffer.alloc(1_048_576);
/** Whatever room is given back is taken again so soon. */
const AGAIN_MS = 100;

/** A disk of its own, which may be filled. */
export interface SmallDisk {
  path: string;
  /** Takes all room there is, until it is emptied. */
  fill(): void;
  /** Gives the room back that `fill` took. Repeatable. */
  empty(): void;
  /** Takes it away with all that is on it. */
  close(): void;
}

/**
 * Makes a disk in memory.
 * @throws where this user may not mount one: it takes root, on Linux.
 */
export function openSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), "webhook-keeper-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", path]);
  const ballast = join(path, "ballast");
  let timer: NodeJS.Timeout | undefined;
  const fill = () => {
    const file = openSync(ballast, "a");
    try {
      for (;;) writeSync(file, BLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    } finally {
      closeSync(file);
    }
  };
  const empty = () => {
    clearInterval(timer);
    rmSync(ballast, { force: true });
  };
  return {
    path,
    fill: () => {
      fill();
      timer = setInterval(fill, AGAIN_MS);
    },
    empty,
    close: () => {
      empty();
      execFileSync("umount", [path]);
      rmSync(path, { recursive: true });
    },
  };
}

// Depends on nothing, and runs on any Node.js from 20.19 on: `bootstrap.mjs` needs it before anything is installed.
import { spawnSync } from "node:child_process";

const CHECK_MS = 1_000;

/** The processes above that have to live for this one to go on: npm, and a shell between, where there is one. */
function ancestors() {
  const parent = process.ppid;
  const found = [parent];
  const shell = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(parent)], { encoding: "utf8" });
  const [, above, name] = /^\s*(\d+)\s+(.*)/.exec(shell.stdout ?? "") ?? [];
  if (above && /(^|\/)-?(ba|da|z|a)?sh$/.test(name?.trim() ?? "")) found.push(Number(above));
  return found;
}

function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Calls back once npm has gone, however it went; never in a process that npm did not start. */
export function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const above = ancestors();
  const [parent] = above;
  const timer = setInterval(() => {
    if (process.ppid === parent && above.every(exists)) return;
    clearInterval(timer);
    stop();
  }, CHECK_MS).unref();
}

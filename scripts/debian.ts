import { spawnSync } from "node:child_process";
import { runTool } from "./run-tool.ts";

/** Whether packages can be installed here without asking: as root, on Debian or what descends from it. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}

/**
 * Installs packages of Debian's, with no service of theirs started. May be repeated.
 * @returns whether all of them are there now.
 */
export async function installPackages(title: string, packages: readonly string[]): Promise<boolean> {
  // A run level in which no service starts. Source: invoke-rc.d(8).
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await runTool("Reading the list of packages", "apt-get", ["update", "-qq"], env);
  const args = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  return (await runTool(title, "apt-get", args, env)) !== null;
}

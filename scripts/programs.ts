import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { canInstallPackages, installPackages } from "./debian.ts";

/** Where servers lie on Debian, though not on everybody's path. */
const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/local/sbin"];

/** What tests put around the app, and the packages of Debian's that bring it. */
const AROUND_THE_APP = { nginx: "nginx", haproxy: "haproxy", pgbouncer: "pgbouncer" } as const;

/** The path of one of this machine's programs; undefined when there is none. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...SYSTEM_FOLDERS];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Those of the servers around the app that this machine lacks. */
export const missingPrograms = (): string[] =>
  Object.keys(AROUND_THE_APP).filter((name) => findProgram(name) === undefined);

/**
 * Installs what the tests put around the app, and a PostgreSQL for their second round, where that needs no asking. What is
 * missing afterwards, its tests are left out, and a line says so. May be repeated.
 * @param hasPostgres Whether this machine has a PostgreSQL of its own.
 */
export async function installPrograms(hasPostgres: boolean): Promise<void> {
  const packages = Object.entries(AROUND_THE_APP)
    .filter(([name]) => findProgram(name) === undefined)
    .map(([, debian]) => debian as string);
  if (!hasPostgres) packages.push("postgresql");
  if (packages.length > 0 && canInstallPackages())
    await installPackages(`Installing ${packages.join(", ")}`, packages);
}

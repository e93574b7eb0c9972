import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";
/** The oldest PostgreSQL that the app supports. */
const MAJOR_MIN = 15;

/** A PostgreSQL that the machine itself has: its folder of programs, and a name for reports. */
export interface SystemPostgres {
  binDir: string;
  name: string;
}

/** Finds the oldest supported PostgreSQL of this machine, so that the tests also meet what the embedded one is ahead of. */
export function findSystemPostgres(): SystemPostgres | undefined {
  const majors = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  for (const major of majors.filter((each) => each >= MAJOR_MIN).toSorted((a, b) => a - b)) {
    const binDir = join(DEBIAN, String(major), "bin");
    if (hasPrograms(binDir)) return { binDir, name: `pg${major}` };
  }
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .find((folder) => folder !== "" && hasPrograms(folder));
  return onPath ? { binDir: onPath, name: "pg-system" } : undefined;
}

function hasPrograms(folder: string): boolean {
  return existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"));
}

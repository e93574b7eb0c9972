import type pg from "pg";
import { isAlive } from "#scripts/postgres/postmaster.ts";
import type { Lab } from "./lab.ts";
import type { SmallDisk } from "./small-disk.ts";

/** How a database may be away: ended, standing still, a standby, with the error of a full disk, on a disk that is full. */
export const ABSENCES = ["gone", "silent", "read-only", "full", "full-disk"] as const;
export type Absence = (typeof ABSENCES)[number];

type Admin = Pick<pg.Pool, "query">;

const CUT_OFF =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'webhook-keeper%'";
const FULL = `
  CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''No space left on device'' USING ERRCODE = ''53100''; END';
  CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON event_hours EXECUTE FUNCTION full_disk()`;

/**
 * Takes a lab's database away.
 * @param admin A connection that the product's processes know nothing of.
 * @param disk The lab's own, which `full-disk` fills.
 * @returns what brings it back.
 */
export async function takeAway(
  lab: Lab,
  admin: Admin,
  absence: Absence,
  disk?: SmallDisk,
): Promise<() => Promise<void>> {
  if (absence === "gone") return end(lab);
  if (absence === "silent") return halt(lab, admin);
  if (absence === "read-only") return forbid(lab, admin);
  if (disk && absence === "full-disk") return crowd(lab, disk);
  // As a full disk has PostgreSQL say it.
  await admin.query(FULL);
  return async () => void (await admin.query("DROP FUNCTION full_disk CASCADE"));
}

async function end(lab: Lab): Promise<() => Promise<void>> {
  const pid = lab.databasePid();
  // Source: PostgreSQL manual, Shutting Down the Server: without a checkpoint.
  process.kill(pid, "SIGQUIT");
  while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
  return () => lab.restartDatabase();
}

/** PostgreSQL ends when it cannot write its log, and by then has not always come up again. */
async function crowd(lab: Lab, disk: SmallDisk): Promise<() => Promise<void>> {
  disk.fill();
  return async () => {
    disk.empty();
    if (!isAlive(lab.databasePid())) await lab.restartDatabase();
  };
}

async function halt(lab: Lab, admin: Admin): Promise<() => Promise<void>> {
  const { rows } = await admin.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'webhook-keeper%'",
  );
  const pids = [lab.databasePid(), ...rows.map(({ pid }) => pid)];
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  return async () => {
    for (const pid of pids) if (isAlive(pid)) process.kill(pid, "SIGCONT");
    await Promise.resolve();
  };
}

async function forbid(lab: Lab, admin: Admin): Promise<() => Promise<void>> {
  const name = new URL(lab.databaseUrl).pathname.slice(1);
  const set = (value: string) =>
    admin.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = ${value}`);
  await set("on");
  // It holds for new sessions, as after a fail-over.
  await admin.query(CUT_OFF);
  return async () => {
    await admin.query(
      `BEGIN READ WRITE; ALTER DATABASE "${name}" SET default_transaction_read_only = off; COMMIT`,
    );
    await admin.query(CUT_OFF);
  };
}

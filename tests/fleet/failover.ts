import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "#scripts/postgres/postmaster.ts";
import { readLog } from "#tests/crash/read-log.ts";
import { judge } from "#tests/crash/verdict.ts";
import type { Found } from "#tests/lab/found.ts";
import type { SteadyLoad } from "#tests/surroundings/steady-load.ts";
import { findSystemPostgres } from "#tests/support/system-postgres.ts";
import { openFleet } from "./fleet.ts";
import type { Stage } from "./stage.ts";
import { startStandby } from "./standby.ts";
import { underLoad } from "./under-load.ts";

/** Deliveries before the primary stops, and after the standby was promoted. */
const AROUND_SECONDS = 15;
/** From the primary's end to the standby's promotion: what a person, or a manager of fail-overs, takes. */
const AWAY_SECONDS = 30;
const LOOK_MS = 250;
const PATIENCE_MS = 120_000;

/** The primary stops at once, and some time later its standby is promoted. The spool answers meanwhile. */
export async function failover({ lab, sink, perSecond }: Stage): Promise<Found> {
  const binDir = findSystemPostgres()?.binDir;
  if (!binDir) throw new Error("A fail-over needs a PostgreSQL of this machine, with all of its programs");
  const standby = await startStandby(lab, binDir);
  const fleet = await openFleet(lab, {
    settings: { DATABASE_URL: standby.eitherUrl },
    logUrl: () => standby.url,
  });
  const found = await underLoad(fleet, sink, {
    perSecond,
    percentMin: 99.5,
    act: async (load) => {
      const supervising = new AbortController();
      let revived = 0;
      // A worker without its database for long ends by itself, and whoever runs it starts it again.
      const supervised = (async () => {
        for (; !supervising.signal.aborted; await pause(LOOK_MS)) revived += await fleet.members.revive();
      })();
      await pause(AROUND_SECONDS * 1_000);
      const pid = lab.databasePid();
      // Source: PostgreSQL manual, Shutting Down the Server: without a checkpoint.
      process.kill(pid, "SIGQUIT");
      while (isAlive(pid)) await pause(10);
      await pause(AWAY_SECONDS * 1_000);
      const inSpool = await missing(load, standby.url);
      await standby.promote();
      const promotedAtMs = performance.now();
      const backAfterMs = await whenNoneIsMissing(load, standby.url, promotedAtMs);
      await pause(AROUND_SECONDS * 1_000);
      supervising.abort();
      await supervised;
      return {
        figures: { awaySeconds: AWAY_SECONDS, inSpool, backAfterMs, endedThemselves: revived },
        // One more for what an owner had sent and could not note when the primary went.
        workersEnded: revived + 1,
        faults: Number.isFinite(backAfterMs)
          ? []
          : ["the spools were not empty two minutes after the fail-over"],
      };
    },
  });
  await fleet.close();
  await standby.stop();
  return found;
}

/** How many deliveries were acknowledged and are not in the log. */
async function missing(load: SteadyLoad, url: string, beforeMs = Infinity): Promise<number> {
  const acknowledged = new Map(
    [...load.answers()].flatMap(([hash, { status, atMs }]) =>
      status === 200 && atMs < beforeMs ? [[hash, 1] as const] : [],
    ),
  );
  return judge({ acknowledged, sent: acknowledged }, await readLog(url)).lost;
}

/** Milliseconds until all that was acknowledged before an instant is in the log; infinite when that never comes. */
async function whenNoneIsMissing(load: SteadyLoad, url: string, atMs: number): Promise<number> {
  for (; performance.now() - atMs < PATIENCE_MS; await pause(LOOK_MS))
    if ((await missing(load, url, atMs)) === 0) return performance.now() - atMs;
  return Infinity;
}

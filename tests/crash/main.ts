// `npm run test:crash -- [--kills N] [--per-kill N] [--unsafe]`: kills the product's processes at random instants under
// load, starts them again, and holds the log against what was acknowledged. Exits with 0 when every promise was kept;
// with --unsafe, against a receiver that answers before it writes, when the suite found promises broken. `-- --migrations N`
// kills `npm run migrate` instead, on its way through the whole history of migrations, `-- --forwarding` workers that
// send events on to destinations, and `-- --outage gone|silent|read-only|full|full-disk` processes whose database is away.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { buildWhenStale } from "#scripts/builds.ts";
import { ABSENCES } from "#tests/lab/absence.ts";
import { openLab } from "#tests/lab/lab.ts";
import { killMigrations } from "./migrations.ts";
import { readLog, type LogRow } from "./read-log.ts";
import { startSenders } from "./senders.ts";
import { judge } from "./verdict.ts";
import { KILLS, startVictims, type Kill } from "./victims.ts";

/** A kill comes at a random instant within this time after enough was acknowledged. */
const WAIT_MS_MAX = 50;
/** Acknowledgements have to flow again within this time after everything was started. */
const RECOVERY_MS = 60_000;

/** Between two kills of workers that forward: claims run out after two seconds there. */
const FORWARDER_GAP_MS = 2_000;

/** From the database's return until all that was acknowledged has to be in the log. */
const BACK_MS_MAX = 30_000;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    "per-kill": { type: "string", default: "2000" },
    unsafe: { type: "boolean", default: false },
    migrations: { type: "string" },
    forwarding: { type: "boolean", default: false },
    outage: { type: "string" },
    seconds: { type: "string", default: "600" },
    "per-second": { type: "string", default: "200" },
  },
});
const kills = Number(values.kills);
const perKill = Number(values["per-kill"]);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Waits until so many more deliveries were acknowledged. */
async function whenAcknowledged(read: () => number, more: number): Promise<void> {
  const wanted = read() + more;
  for (let giveUpAt = Date.now() + RECOVERY_MS, seen = read(); read() < wanted; await pause(5)) {
    if (read() > seen) giveUpAt = Date.now() + RECOVERY_MS;
    seen = read();
    if (Date.now() > giveUpAt) throw new Error("Nothing is acknowledged any more");
  }
}

/** Whether the hourly counts say the same as the rows. */
async function isRollUpExact(databaseUrl: string, rows: readonly LogRow[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: hours } = await client.query<{ events: number; repeats: number }>(
    "SELECT coalesce(sum(events), 0)::int AS events, coalesce(sum(repeats), 0)::int AS repeats FROM event_hours",
  );
  await client.end();
  const arrivals = rows.reduce((sum, row) => sum + row.arrivals, 0);
  return hours[0]?.events === rows.length && hours[0].repeats === arrivals - rows.length;
}

if (values.migrations !== undefined) {
  const lab = await openLab();
  const { kills: killed, amidst, broken } = await killMigrations(lab.databaseUrl, Number(values.migrations));
  await lab.close();
  say(`killed ${killed}, ${amidst} of them between the first migration and the last`);
  say(`starts that failed afterwards, or lacked data: ${broken.length}`);
  for (const line of broken) say(`  ${line}`);
  process.exit(broken.length === 0 ? 0 : 1);
}

if (values.forwarding) {
  const lab = await openLab();
  // Not before: what it uses reads the settings when it is imported.
  const { killForwarders } = await import("./forwarding.ts");
  const verdict = await killForwarders(kills, FORWARDER_GAP_MS);
  await lab.close();
  for (const [name, figure] of Object.entries(verdict)) say(`${name} ${figure}`);
  const { lost, copies, copiesMax, fastest, limit, uneven } = verdict;
  process.exit(lost + uneven === 0 && copies <= copiesMax && fastest <= limit + 1 ? 0 : 1);
}

if (!values.unsafe) await buildWhenStale();
if (values.outage !== undefined) {
  const absence = ABSENCES.find((each) => each === values.outage);
  if (!absence) throw new Error(`--outage is one of ${ABSENCES.join(", ")}`);
  const { killInOutage } = await import("./outage.ts");
  const [seconds, perSecond] = [Number(values.seconds), Number(values["per-second"])];
  const verdict = await killInOutage({ absence, seconds, perSecond, kills });
  for (const [name, figure] of Object.entries(verdict)) say(`${name} ${figure}`);
  const { lost, doubled, uncounted, invented, answeredPercentMin, backAfterMs } = verdict;
  const isKept = lost + doubled + uncounted + invented === 0;
  process.exit(isKept && answeredPercentMin >= 99.5 && backAfterMs <= BACK_MS_MAX ? 0 : 1);
}
const lab = await openLab();
const victims = await startVictims(lab, values.unsafe ? "tests/crash/unsafe-server.ts" : "server.ts");
const senders = startSenders(`${victims.origin}/api/webhooks/${lab.sender.storeHash}`, lab.sender);
const count: Record<string, number> = {};
for (let round = 0; round < kills; round++) {
  await whenAcknowledged(senders.acknowledgements, perKill);
  await pause(Math.random() * WAIT_MS_MAX);
  // Every way in turn, so that a short run knows each of them.
  const what: Kill = KILLS[round % KILLS.length] ?? "app";
  await victims.kill(what);
  await victims.revive();
  count[what] = (count[what] ?? 0) + 1;
  if (round % 10 === 9) say(`${round + 1} kills, ${senders.acknowledgements()} acknowledgements`);
}
await senders.finish();
const rows = await readLog(lab.databaseUrl);
const isExact = await isRollUpExact(lab.databaseUrl, rows);
await lab.close();

const verdict = judge(senders.witness, rows);
say(
  `kills ${kills} (${Object.entries(count)
    .map(([what, times]) => `${what} ${times}`)
    .join(", ")})`,
);
for (const [name, figure] of Object.entries(verdict)) say(`${name} ${figure}`);
say(`roll-up ${isExact ? "exact" : "wrong"}`);
const isFaultless = verdict.lost + verdict.doubled + verdict.uncounted + verdict.invented === 0 && isExact;
const isExpected = values.unsafe ? verdict.lost > 0 : isFaultless;
process.exit(isExpected ? 0 : 1);

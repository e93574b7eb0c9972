// One trial of `npm run test:fleet`, in a process that is its own. It ends with the one that started it.
import { sayFound, type Found } from "#tests/lab/found.ts";
import { openLab } from "#tests/lab/lab.ts";
import { startSink } from "#tests/support/sink.ts";
import { findSystemPostgres } from "#tests/support/system-postgres.ts";
import { RECEIVERS, WORKERS } from "./fleet.ts";
import { availableMb } from "./machine.ts";
import { optionsOf, TRIALS, type TrialName } from "./options.ts";
import type { Stage } from "./stage.ts";

/** What a process, its share of PostgreSQL and of the sender are granted. Measured: a process takes 100 to 250. */
const PROCESS_MB = 400;
/** Four receivers and four workers hold more than PostgreSQL's default of 100. */
const SETTINGS = { max_connections: "200" };
/** Ten thousand stores have more to look at; a tenth of what PostgreSQL's manual would have on a machine of its own. */
const SCALE_SETTINGS = { ...SETTINGS, shared_buffers: "512MB", max_wal_size: "4GB" };

process.once("disconnect", () => process.exit(1));
process.once("SIGTERM", () => process.exit(1));
const { names, seconds, ...options } = optionsOf(process.argv.slice(2));
const [name = "kills"] = names;
const say = (line: string) => process.stdout.write(`${line}\n`);
const system = findSystemPostgres();
say(`${name}: ${RECEIVERS} receivers and ${WORKERS} workers on ${system?.name ?? "the embedded PostgreSQL"}`);
const neededMb = (RECEIVERS + WORKERS) * PROCESS_MB;
if (availableMb() < neededMb)
  say(
    `This machine has ${Math.round(availableMb())} MB left, and ${neededMb} would be enough: figures say little.`,
  );
const settings = name === "scale" ? SCALE_SETTINGS : SETTINGS;
const lab = await openLab({}, { ...(system && { binDir: system.binDir }), settings });
// Not before: what they use reads the settings when it is imported.
const [{ kills, rolling }, { fair }, { failover }, { scale }] = await Promise.all([
  import("./restarts.ts"),
  import("./fair.ts"),
  import("./failover.ts"),
  import("./scale.ts"),
]);
const trials: Readonly<Record<TrialName, (stage: Stage) => Promise<Found>>> = {
  kills,
  rolling,
  fair,
  failover,
  scale,
};
const sink = await startSink();
const found = await trials[name]({ lab, sink, seconds: seconds ?? TRIALS[name], say, ...options });
const faults = sayFound(name, found);
say(faults === 0 ? `${name}: all of it held.` : `${name}: ${faults} of it did not hold.`);
await sink.close();
await lab.close();
process.exit(faults === 0 ? 0 : 1);

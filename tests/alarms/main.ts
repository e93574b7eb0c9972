// `npm run test:alarms -- [ALARM …]`: provokes each alarm of deploy/prometheus/rules.yaml on the running product, does what
// docs/runbook.md says about it, and has Prometheus's own tool say, from what the processes told meanwhile, that it rang and ended.
// Last, the app itself tells its operator of a database that is away (`-- told` alone).
// What was scraped is stretched over the time that the rules ask for. Exits with 0 when each did.
import { parseArgs } from "node:util";
import { buildWhenStale } from "#scripts/builds.ts";
import { Ground } from "./ground.ts";
import { ALERTS } from "./rules.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const TOLD = "told";
const say = (line: string) => process.stdout.write(`${line}\n`);
const unknown = positionals.filter((name) => name !== TOLD && !ALERTS.includes(name));
if (unknown.length > 0)
  throw new Error(`There is no alarm ${unknown.join(", ")}; there are ${ALERTS.join(", ")}`);
await buildWhenStale();
const ground = await Ground.open();
// Not before: what they use reads the settings when it is imported.
const [{ tryAlarm }, { tellOperator }, { TRIALS }] = await Promise.all([
  import("./trial.ts"),
  import("./told.ts"),
  import("./trials.ts"),
]);
const wanted = TRIALS.filter(({ alert }) => positionals.length === 0 || positionals.includes(alert));
let faults = 0;
for (const trial of wanted) {
  const { fault, rangAfter, quietAfter } = await tryAlarm(trial, ground).catch((error: unknown) => ({
    fault: String(error),
    rangAfter: Number.NaN,
    quietAfter: Number.NaN,
  }));
  say(
    `${trial.alert}: ${fault ?? `rang after ${rangAfter} s, was quiet ${quietAfter} s after it was mended`}`,
  );
  if (fault !== null) faults++;
}
if (positionals.length === 0 || positionals.includes(TOLD)) {
  const { beganAfter, endedAfter } = await tellOperator(ground);
  say(`${TOLD}: the operator heard of it after ${beganAfter} s, and of its end after ${endedAfter} s`);
}
await ground.close();
process.exit(faults === 0 ? 0 : 1);

// `npm run bench -- [intake|latency|log|reconcile|install|stores|live|export|forward|size] [--rounds N] [--events N] [--seconds N] [--json FILE]`: measures the product beside its floors,
// and the log with that many events.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureExport } from "./export.ts";
import { measureForward } from "./forward.ts";
import { measureInstall } from "./install.ts";
import { measureIntake } from "./intake.ts";
import { measureLatency } from "./latency.ts";
import { measureLive } from "./live.ts";
import { measureLog } from "./log.ts";
import { machine } from "./machine.ts";
import { measureReconcile } from "./reconcile.ts";
import { measureSize } from "./size.ts";
import type { Result } from "./statistics.ts";
import { measureStores } from "./stores.ts";

type Measure = (
  rounds: number,
  say: (line: string) => void,
  options: { events: number; seconds: number },
) => Promise<Result[]>;

const GROUPS: Readonly<Record<string, Measure>> = {
  intake: measureIntake,
  latency: measureLatency,
  log: measureLog,
  reconcile: measureReconcile,
  install: measureInstall,
  stores: measureStores,
  live: measureLive,
  export: measureExport,
  forward: measureForward,
  size: measureSize,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    rounds: { type: "string", default: "5" },
    events: { type: "string", default: "10000000" },
    seconds: { type: "string", default: "60" },
  },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(GROUPS);
const say = (line: string) => process.stderr.write(`${line}\n`);

const options = { events: Number(values.events), seconds: Number(values.seconds) };
const results: Result[] = [];
for (const name of wanted) {
  const measure = GROUPS[name];
  if (!measure) throw new Error(`There is no benchmark ${name}; there are ${Object.keys(GROUPS).join(", ")}`);
  say(`${name} ...`);
  results.push(...(await measure(Number(values.rounds), say, options)));
}
for (const { name, median, min, max, unit } of results)
  process.stdout.write(`${name.padEnd(40)} ${String(median).padStart(10)} (${min} to ${max}) ${unit}\n`);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`);
process.exit(0);

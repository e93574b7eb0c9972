// `npm run bench [intake|latency|log|reconcile] [--rounds N] [--json FILE]`: measures the product beside its floors.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureIntake } from "./intake.ts";
import { measureLatency } from "./latency.ts";
import { machine } from "./machine.ts";
import type { Result } from "./statistics.ts";

const GROUPS: Readonly<Record<string, (rounds: number, say: (line: string) => void) => Promise<Result[]>>> = {
  intake: measureIntake,
  latency: measureLatency,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, rounds: { type: "string", default: "5" } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(GROUPS);
const say = (line: string) => process.stderr.write(`${line}\n`);

const results: Result[] = [];
for (const name of wanted) {
  const measure = GROUPS[name];
  if (!measure) throw new Error(`There is no benchmark ${name}; there are ${Object.keys(GROUPS).join(", ")}`);
  say(`${name} ...`);
  results.push(...(await measure(Number(values.rounds), say)));
}
for (const { name, median, min, max, unit } of results)
  process.stdout.write(`${name.padEnd(40)} ${String(median).padStart(10)} (${min} to ${max}) ${unit}\n`);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`);
process.exit(0);

// `npm run test:proxies -- [--proxy nginx|haproxy] [--seconds N] [--per-second N] [--every N]`: two processes behind a
// proxy with the file that is shipped for it; every so many seconds one of them is killed and started again. Exits with 0
// when every first attempt was answered with 200, and nothing was lost or doubled.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildWhenStale } from "#scripts/builds.ts";
import { FRONTS } from "./front.ts";
import { startPair } from "./pair.ts";

const { values } = parseArgs({
  options: {
    proxy: { type: "string", default: "nginx" },
    seconds: { type: "string", default: "60" },
    "per-second": { type: "string", default: "100" },
    every: { type: "string", default: "5" },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const name = FRONTS.find((each) => each === values.proxy);
if (name === undefined) throw new Error(`--proxy is one of ${FRONTS.join(", ")}`);

await buildWhenStale();
const pair = await startPair();
const front = await pair.startFront(name);
const load = pair.startLoad(front, Number(values["per-second"]));
const endAt = Date.now() + Number(values.seconds) * 1_000;
let kills = 0;
for (; Date.now() < endAt; kills++) {
  const next = pause(Number(values.every) * 1_000);
  // Its supervisor starts it again at once; the next kill waits for that, however busy the machine is.
  await pair.restart(kills % 2 === 0 ? 0 : 1, "SIGKILL");
  await next;
}
const report = await load.end(pair.readLog);
await front.stop();
await pair.close();

const { sent, statuses, p50, p99, max, lost, doubled } = report;
say(`kills ${kills}`);
say(`first attempts ${sent}`);
for (const [status, count] of Object.entries(statuses)) say(`status ${status} ${count}`);
say(`p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, slowest ${max.toFixed(0)} ms`);
say(`lost ${lost}`);
say(`doubled ${doubled}`);
process.exit(statuses[200] === sent && lost + doubled === 0 ? 0 : 1);

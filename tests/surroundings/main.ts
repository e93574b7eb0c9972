// `npm run test:proxies -- [--proxy nginx|haproxy] [--seconds N] [--per-second N] [--every N]`: two processes behind a
// proxy with the file that is shipped for it; every so many seconds one of them is killed and started again. Exits with 0
// when every first attempt was answered with 200, and nothing was lost or doubled.
// `-- --upgrade [--from FOLDER] [--visits N]` replaces the processes of the version in FOLDER, which is installed and built,
// by this version's, and back, while somebody walks through the pages: no delivery and no page may fail. Without a folder
// this version stands in for the one before.
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildWhenStale } from "#scripts/builds.ts";
import { FRONTS, type FrontName } from "./front.ts";
import { startPair } from "./pair.ts";
import type { LoadReport } from "./steady-load.ts";
import { playUpgrade, thisVersionAfter, thisVersionTwice } from "./upgrade.ts";

const { values } = parseArgs({
  options: {
    proxy: { type: "string", default: "nginx" },
    seconds: { type: "string", default: "60" },
    "per-second": { type: "string", default: "100" },
    every: { type: "string", default: "5" },
    upgrade: { type: "boolean", default: false },
    from: { type: "string" },
    visits: { type: "string", default: "40" },
  },
});
const perSecond = Number(values["per-second"]);
const say = (line: string) => process.stdout.write(`${line}\n`);
const name = FRONTS.find((each) => each === values.proxy);
if (name === undefined) throw new Error(`--proxy is one of ${FRONTS.join(", ")}`);

/** Says what became of the deliveries. @returns whether that is as it should be. */
function sayLoad({ sent, statuses, p50, p99, max, lost, doubled }: LoadReport): boolean {
  say(`first attempts ${sent}`);
  for (const [status, count] of Object.entries(statuses)) say(`status ${status} ${count}`);
  say(`p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, slowest ${max.toFixed(0)} ms`);
  say(`lost ${lost}`);
  say(`doubled ${doubled}`);
  return statuses[200] === sent && lost + doubled === 0;
}

async function killInTurn(front: FrontName): Promise<boolean> {
  await buildWhenStale();
  const pair = await startPair();
  const proxy = await pair.startFront(front);
  const load = pair.startLoad(proxy, perSecond);
  const endAt = Date.now() + Number(values.seconds) * 1_000;
  let kills = 0;
  for (; Date.now() < endAt; kills++) {
    const next = pause(Number(values.every) * 1_000);
    // Its supervisor starts it again at once; the next kill waits for that, however busy the machine is.
    await pair.restart(kills % 2 === 0 ? 0 : 1, "SIGKILL");
    await next;
  }
  const report = await load.end(pair.readLog);
  await proxy.stop();
  await pair.close();
  say(`kills ${kills}`);
  return sayLoad(report);
}

async function upgrade(front: FrontName): Promise<boolean> {
  const versions = await (values.from === undefined
    ? thisVersionTwice()
    : thisVersionAfter(resolve(values.from)));
  try {
    const order = { perSecond, visits: Number(values.visits) };
    const { load, visits, builds, faults } = await playUpgrade(front, versions, order);
    say(`builds ${builds.join(" ")}`);
    say(`visits ${visits}`);
    for (const fault of faults) say(`fault ${fault}`);
    return sayLoad(load) && faults.length === 0;
  } finally {
    versions.remove();
  }
}

process.exit((await (values.upgrade ? upgrade(name) : killInTurn(name))) ? 0 : 1);

import { setTimeout as pause } from "node:timers/promises";
import { StoreHash } from "#lib/ids.ts";
import { percentile } from "#tests/bench/statistics.ts";
import type { Sender } from "#tests/lab/deliveries.ts";
import { newDestination } from "#tests/lab/destinations.ts";
import type { Found } from "#tests/lab/found.ts";
import type { Lab } from "#tests/lab/lab.ts";
import type { SteadyLoad } from "#tests/surroundings/steady-load.ts";
import type { Sink } from "#tests/support/sink.ts";
import { openFleet } from "./fleet.ts";
import { watchMachine } from "./machine.ts";
import type { Stage } from "./stage.ts";
import { atDestination } from "./under-load.ts";
import { faultsOfLag, faultsOfLoad, faultsOfPassed, limitOf } from "./verdict.ts";

const OTHERS = 10;
/** Part of all deliveries that is the busy store's. */
const BUSY_SHARE = 0.9;
/** In turn without the busy store and with it, so that what else the machine does meets both. */
const ROUNDS = 4;
const PATIENCE_MS = 60_000;
/** Before anything counts, so that nothing is done for the first time. */
const WARM_UP_MS = 3_000;

/** A store, and the path at which the sink gets its events. */
interface Shop {
  sender: Sender;
  path: string;
}

/** One store has nine tenths of all deliveries: how long the others' take to their destinations, beside it and without. */
export async function fair({ lab, sink, seconds, perSecond }: Stage): Promise<Found> {
  const fleet = await openFleet(lab);
  const busy = await openShop(lab, sink, "busy");
  const others: Shop[] = [];
  while (others.length < OTHERS) others.push(await openShop(lab, sink, `other${others.length}`));
  const begin = ({ sender, path }: Shop, rate: number) => ({ path, load: fleet.startLoad(rate, sender) });
  const beginOthers = () => others.map((shop) => begin(shop, (perSecond * (1 - BUSY_SHARE)) / OTHERS));
  const end = async (runs: readonly { path: string; load: SteadyLoad }[]) => {
    const reports = await Promise.all(runs.map(({ load }) => load.end(fleet.readLog, PATIENCE_MS)));
    const log = await fleet.readLog();
    const passed = await Promise.all(runs.map(({ path, load }) => atDestination(sink, path, load, log)));
    return {
      faults: [
        ...reports.flatMap((report) => faultsOfLoad(report, 100)),
        ...passed.flatMap(({ lost, copies }) => faultsOfPassed({ lost, copies, copiesMax: 0 })),
      ],
      lagsMs: passed.flatMap(({ lagsMs }) => lagsMs),
    };
  };

  const warm = [begin(busy, perSecond * BUSY_SHARE), ...beginOthers()];
  await pause(WARM_UP_MS);
  const faults = (await end(warm)).faults;
  const machine = watchMachine();
  const [aloneMs, besideMs]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 2 * ROUNDS; turn++) {
    const isBeside = turn % 2 === 1;
    const flood = isBeside ? [begin(busy, perSecond * BUSY_SHARE)] : [];
    const runs = beginOthers();
    await pause((seconds * 1_000) / (2 * ROUNDS));
    const [found, flooded] = await Promise.all([end(runs), end(flood)]);
    faults.push(...found.faults, ...flooded.faults);
    (isBeside ? besideMs : aloneMs).push(...found.lagsMs);
  }
  const use = machine.end();
  await fleet.close();
  const limit = limitOf(use);
  const [aloneP95Ms, besideP95Ms] = [percentile(aloneMs, 0.95), percentile(besideMs, 0.95)];
  return {
    figures: {
      alone: aloneMs.length,
      beside: besideMs.length,
      aloneP50Ms: percentile(aloneMs, 0.5),
      besideP50Ms: percentile(besideMs, 0.5),
      aloneP95Ms,
      besideP95Ms,
      ratio: besideP95Ms / aloneP95Ms,
      ...use,
    },
    faults: [...faults, ...faultsOfLag(aloneP95Ms, besideP95Ms)],
    ...(limit !== null && { notes: [limit] }),
  };
}

async function openShop(lab: Lab, sink: Sink, name: string): Promise<Shop> {
  const sender = await lab.addStore(name);
  const path = `/${name}`;
  await newDestination(StoreHash.parse(name), sink.url(path), { concurrency: 50 });
  return { sender, path };
}

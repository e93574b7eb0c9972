import { Worker } from "node:worker_threads";
import { connectForChore } from "#lib/platform/db/client.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { dayOf } from "#lib/features/events/slots.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { openExport, watchPeak, type ExportSize, type ExportTarget } from "#tests/lab/export.ts";
import { openLab, type Lab, type LabProcess } from "#tests/lab/lab.ts";
import type { Reading } from "./export-reader.ts";
import { fillDay } from "./fill.ts";
import { openRound } from "./open-loop.ts";
import { buildProductCopy } from "./product-copy.ts";
import { openSession } from "./session.ts";
import { median, resultOf, type Result } from "./statistics.ts";

const EVENTS_MAX = 1_000_000;
const DAYS = 20;
const PER_SECOND = 200;
const ROUND_SECONDS = 8;
const DAY_MS = 86_400_000;
const MB = 1024 ** 2;
const CHORE = { statementMs: 30 * 60_000, lockMs: 0 };

type Say = (line: string) => void;

/**
 * Exports a million events through the product as it is built, while deliveries come at a steady rate in an open loop;
 * beside it the same deliveries without an export, as many rounds before it as after it. Measures what the process grew
 * by, how quickly the export went, and how much longer deliveries took.
 */
export async function measureExport(
  rounds: number,
  say: Say,
  { events: wanted }: { events: number },
): Promise<Result[]> {
  const events = Math.min(wanted, EVENTS_MAX);
  say("building ...");
  const server = await buildProductCopy();
  const lab = await openLab();
  try {
    await fillMonth(lab, events, say);
    const app = await lab.start(server);
    const { bearer } = await openSession(lab.sender.storeHash);
    const p99 = () => intakeP99(lab, app);
    const without = async () => {
      const figures: number[] = [];
      for (let round = 0; round < rounds; round++) figures.push(await p99());
      say(`p99 without an export: ${figures.map((figure) => figure.toFixed(2)).join(" ")} ms`);
      return figures;
    };
    // Everything that grows with the first requests has grown by then.
    const from = new Date(dayOf(new Date()).getTime() - DAY_MS).toISOString();
    const target = { storeHash: lab.sender.storeHash, bearer };
    await (await openExport(app, { ...target, query: `&from=${from}` })).readAll();
    const peakWithout = watchPeak(app);
    const before = await without();
    const held = peakWithout();

    const peak = watchPeak(app);
    const state = { isOver: false };
    const beganAtMs = performance.now();
    const exporting = readElsewhere(app, target).finally(() => (state.isOver = true));
    const during: number[] = [];
    // A round that the export ended in belongs to neither.
    for (let figure = await p99(); !state.isOver; figure = await p99()) during.push(figure);
    const { lines, bytes } = await exporting;
    const seconds = (performance.now() - beganAtMs) / 1000;
    const growth = peak() - held;
    say(`${lines} events, ${Math.round(bytes / MB)} MB in ${Math.round(seconds)} s; p99 during it:`);
    say(`${during.map((figure) => figure.toFixed(2)).join(" ")} ms`);
    if (lines < events) throw new Error(`${events} events went in, and ${lines} came out`);

    const after = await without();
    return [
      resultOf("export.memoryGrowth", "MB", [growth / MB]),
      resultOf("export.eventsPerSecond", "per second", [lines / seconds]),
      resultOf("export.intakeP99.without", "milliseconds", [...before, ...after]),
      resultOf("export.intakeP99.during", "milliseconds", during),
      resultOf("export.intakeP99.ratio", "to without", [median(during) / median([...before, ...after])]),
    ];
  } finally {
    await lab.close();
  }
}

async function fillMonth({ sender }: Lab, events: number, say: Say): Promise<void> {
  const today = dayOf(new Date()).getTime();
  await ensurePartitions(new Date(today - DAYS * DAY_MS), new Date(today));
  for (let day = 1; day <= DAYS; day++) {
    const at = new Date(today - day * DAY_MS);
    await fillDay({ storeHash: sender.storeHash, day: at, events: Math.ceil(events / DAYS) });
  }
  const client = await connectForChore(CHORE);
  try {
    for (const table of ["events", "event_hours"]) await client.query(`VACUUM (ANALYZE) ${table}`);
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
  say(`${events} events filled in`);
}

/** Reads an export in a thread of its own, so that reading it does not hold up the one who sends deliveries. */
async function readElsewhere({ origin }: LabProcess, target: ExportTarget): Promise<ExportSize> {
  const workerData: Reading = { origin, target };
  const reader = new Worker(new URL("export-reader.ts", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    reader.once("message", (size: ExportSize) => resolve(size));
    reader.once("error", reject);
  });
}

/** The 99th percentile of a round of deliveries, in milliseconds from the instant at which each was due. */
async function intakeP99({ sender }: Lab, { origin }: LabProcess): Promise<number> {
  const { p99 } = await openRound({
    url: `${origin}/api/webhooks/${sender.storeHash}`,
    perSecond: PER_SECOND,
    deliveries: signedDeliveries(PER_SECOND * ROUND_SECONDS, sender, new Date()),
  });
  return p99;
}

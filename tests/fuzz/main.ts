// `npm run test:fuzz -- [--requests N] [--minutes N] [--seed N]`: sends odd, hostile and malformed requests to the running app, five
// of eight to the receiver, the others to every other route and page, with sessions and without. Exits with 0 when it answered each
// of them as it should, told of no error, never crashed, holds no more memory than before, and every live stream left its place.
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { isAlive } from "#scripts/postgres/postmaster.ts";
import { buildWhenStale } from "#scripts/builds.ts";
import { openSession } from "#tests/bench/session.ts";
import { connectionsAt } from "#tests/lab/connections.ts";
import type { Sender } from "#tests/lab/deliveries.ts";
import { freePort, openLab, residentBytes } from "#tests/lab/lab.ts";
import type { Visitor } from "./addresses.ts";
import { AppLog } from "./app-log.ts";
import { allCells, Coverage, roundOf } from "./cells.ts";
import { DRAWN_AT_ONCE, drawBatch, type Drawn, type Share } from "./draw.ts";
import { INSPECTOR_WORDS, liveBytes } from "./live-memory.ts";
import { sendAll } from "./send.ts";
import { Tally } from "./tally.ts";
import { faultOf } from "./verdict.ts";

/** Connections at a time. */
const LINES = 24;
/** What one person, or one store, may ask for in a minute is bounded; so many stores are hardly ever told to wait. */
const STORES = 60;
/** Part of all requests after which everything that stays is there. */
const WARM_UP = 0.2;
const GROWTH_MAX = 0.2;
/** Four signs of life of a stream. */
const LEAVING_MS = 60_000;
/** A run that is shorter than this has not come round to everything, and caches still fill: both is told, not judged. */
const JUDGED_REQUESTS = 100_000;

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "2000000" },
    minutes: { type: "string", default: "1440" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const wanted = Number(values.requests);
const say = (line: string) => process.stdout.write(`${line}\n`);

await buildWhenStale();
const lab = await openLab();
const tally = new Tally();
// It knows none of the lab's stores, so that what the app asks of it is refused, and never goes any further.
const simulatorPort = String(await freePort());
await lab.start("simulator/main.ts", {
  SIMULATOR_PORT: simulatorPort,
  BIGCOMMERCE_CLIENT_ID: "fuzzed",
  BIGCOMMERCE_CLIENT_SECRET: lab.sender.clientSecret,
});
const appLog = new AppLog((line) => {
  if (!INSPECTOR_WORDS.test(line)) tally.fault("the app's log", line);
});
const inspectorPort = await freePort();
const settings = {
  WORKER: "external",
  SIMULATOR_PORT: simulatorPort,
  TRUSTED_PROXY_HOPS: "1",
  LOG_LEVEL: "warn",
};
const inspected = { ...settings, NODE_OPTIONS: `--inspect=127.0.0.1:${inspectorPort}` };
const app = await lab.start("server.ts", inspected, (text) => appLog.hear(text));
// Without one, jobs would wait until `/api/health` says so.
const workerLog = new AppLog((line) => {
  if (line !== "The worker is ready.") tally.fault("the worker's log", line);
});
await lab.start("scripts/worker.ts", settings, (text) => workerLog.hear(text));
const senders: Sender[] = [lab.sender];
const ana: Visitor = { storeHash: lab.sender.storeHash, session: await openSession(lab.sender.storeHash) };
const visitors: [Visitor, ...Visitor[]] = [ana];
for (let number = 1; number < STORES; number++) {
  const sender = await lab.addStore(`fuzz${number}`);
  senders.push(sender);
  visitors.push({ storeHash: sender.storeHash, session: await openSession(sender.storeHash) });
}
const port = Number(new URL(app.origin).port);
const cells = allCells();
const coverage = new Coverage(cells.map(({ cell }) => cell));
const world = { senders, visitors, round: roundOf(cells) };

const startedMs = performance.now();
const untilMs = startedMs + Number(values.minutes) * 60_000;
const startBytes = await liveBytes(inspectorPort);
let drawn = 0;
/** Where the lines stop drawing, and wait for the next stretch. */
let until = wanted * WARM_UP;
let nextReport = wanted / 10;
let shares: Share[] = [];

/** The next share; undefined when all were sent, or nobody is there to answer them. */
function nextShare(): Share | undefined {
  const waiting = shares.pop();
  if (waiting) return waiting;
  if (drawn >= until || performance.now() > untilMs || !isAlive(app.pid)) return undefined;
  const seed = Number(values.seed) + drawn / DRAWN_AT_ONCE;
  renewSession(visitors[(drawn / DRAWN_AT_ONCE) % STORES] ?? ana);
  // A signature is good for five minutes, and new requests are made all the time.
  shares = drawBatch(seed, world, new Date());
  drawn += DRAWN_AT_ONCE;
  if (drawn >= nextReport) {
    say(`${drawn} requests, ${Math.round(residentBytes(app.pid) / 1024 ** 2)} MB`);
    nextReport += wanted / 10;
  }
  return shares.pop();
}

/** Some requests sign their person out. */
function renewSession(visitor: Visitor): void {
  openSession(visitor.storeHash).then(
    (session) => {
      visitor.session = session;
    },
    (error: unknown) => tally.fault("no session was opened", String(error)),
  );
}

/**
 * What the app holds while nobody is there. Viewers who left without a word stay until the next sign of life fails to reach
 * them, each with up to 1,000 events that wait: what a stream of requests leaves behind at any moment is no growth.
 */
async function bytesAtRest(): Promise<number> {
  if (!isAlive(app.pid)) return 0;
  const leftByMs = performance.now() + LEAVING_MS;
  while (connectionsAt(port) > 0 && performance.now() < leftByMs) await setTimeout(1_000);
  const left = connectionsAt(port);
  if (left > 0) tally.fault("connections stay open that nobody uses", String(left));
  return liveBytes(inspectorPort);
}

async function sendShares(): Promise<void> {
  for (let share = nextShare(); share; share = nextShare()) {
    const byRequest = new Map<object, Drawn>(share.drawn.map((each) => [each.request, each]));
    let sentMs = performance.now();
    await sendAll(
      port,
      [...byRequest.values()].map(({ request }) => request),
      share.isAtOnce,
      (request, answer) => {
        const each = byRequest.get(request);
        const fault = faultOf(request, answer);
        tally.answer(answer, performance.now() - sentMs);
        sentMs = performance.now();
        if (each?.cell && answer.status > 0) coverage.count(each.cell);
        if (fault) tally.fault(fault, request.bytes, { ...answer, seed: each?.seed, place: each?.place });
      },
    );
  }
}
const sendAllOfIt = () => Promise.all(Array.from({ length: LINES }, sendShares));
await sendAllOfIt();
const settledBytes = await bytesAtRest();
until = wanted;
await sendAllOfIt();

const seconds = (performance.now() - startedMs) / 1_000;
const isRunning = isAlive(app.pid);
const endBytes = await bytesAtRest();
const growth = settledBytes === 0 ? 0 : endBytes / settledBytes - 1;
if (isRunning) {
  for (const { storeHash } of visitors) {
    const { bearer } = await openSession(storeHash);
    const headers = { Authorization: `Bearer ${bearer}` };
    const stream = await fetch(`${app.origin}/s/${storeHash}/api/events/stream`, { headers });
    if (!stream.ok) tally.fault(`a stream is refused: ${stream.status}`, storeHash);
    await stream.body?.cancel();
  }
}
const health = isRunning ? (await fetch(`${app.origin}/api/health/live`)).status : 0;
await lab.close();

const megabytes = [startBytes, settledBytes, endBytes].map((bytes) => Math.round(bytes / 1024 ** 2));
const least = coverage.least();
say(`requests ${drawn} in ${Math.round(seconds)} s, first seed ${values.seed}`);
for (const line of tally.lines()) say(line);
for (const [name, { told }] of Object.entries({ app: appLog, worker: workerLog }))
  for (const [what, times] of told) say(`the ${name} told ${times} times: ${what}`);
say(
  `crashed ${isRunning ? "no" : "yes"}, holds ${megabytes.join(", ")} MB, grew by ${(growth * 100).toFixed(1)}%`,
);
say(`each of ${least.cells} addresses × methods × sessions ${least.times} times or more: ${least.name}`);
say(`faults ${tally.faults}`);
const isJudged = wanted >= JUDGED_REQUESTS;
const isFine =
  health === 200 && tally.faults === 0 && (!isJudged || (growth < GROWTH_MAX && least.times > 0));
process.exit(isFine ? 0 : 1);

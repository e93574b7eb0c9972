// `npm run test:fuzz -- [--requests N] [--minutes N] [--seed N]`: sends odd, hostile and malformed requests to the running app, half of
// them to the receiver, half to every other route and page, with sessions and without. Exits with 0 when it answered each
// of them as it should, never crashed, its memory stayed flat, and every live stream that was opened left its place.
import { parseArgs } from "node:util";
import fc from "fast-check";
import { isAlive } from "#scripts/postgres/postmaster.ts";
import { buildWhenStale } from "#scripts/builds.ts";
import { openSession } from "#tests/bench/session.ts";
import { freePort, openLab, residentBytes } from "#tests/lab/lab.ts";
import { visited, type Visitor } from "./addresses.ts";
import { receiverRequest } from "./requests.ts";
import { sendRaw } from "./send.ts";
import { faultOf } from "./verdict.ts";

const BATCH = 64;
/** What one person, or one store, may ask for in a minute is bounded; so many stores are hardly ever told to wait. */
const STORES = 60;
/** Part of all requests after which memory counts as settled. */
const WARM_UP = 0.2;
const GROWTH_MAX = 0.2;
/** Memory of a run that is shorter than this has not settled, and is told but not judged. */
const JUDGED_REQUESTS = 100_000;
/** Of each kind. */
const FAULTS_SHOWN = 3;

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "2000000" },
    minutes: { type: "string", default: "1440" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const wanted = Number(values.requests);
let seed = Number(values.seed);
const say = (line: string) => process.stdout.write(`${line}\n`);

await buildWhenStale();
const lab = await openLab();
// It knows none of the lab's stores, so that what the app asks of it is refused, and never goes any further.
const simulatorPort = String(await freePort());
await lab.start("simulator/main.ts", {
  SIMULATOR_PORT: simulatorPort,
  BIGCOMMERCE_CLIENT_ID: "fuzzed",
  BIGCOMMERCE_CLIENT_SECRET: lab.sender.clientSecret,
});
const app = await lab.start("server.ts", {
  WORKER: "external",
  SIMULATOR_PORT: simulatorPort,
  TRUSTED_PROXY_HOPS: "1",
});
const visitors: Visitor[] = [];
for (let number = 0; number < STORES; number++) {
  const { storeHash } = await lab.addStore(`fuzz${number}`);
  visitors.push({ storeHash, session: await openSession(storeHash) });
}
const port = Number(new URL(app.origin).port);

const faults: { kind: string; request: string }[] = [];
const statuses = new Map<number, number>();
let sent = 0;
let settledBytes = 0;
let nextReport = wanted / 10;
const until = performance.now() + Number(values.minutes) * 60_000;
while (sent < wanted && performance.now() < until && isAlive(app.pid)) {
  // A signature is good for five minutes, and new requests are made all the time.
  const request = fc.oneof(receiverRequest(lab.sender, new Date()), visited(visitors));
  const requests = fc.sample(request, { numRuns: BATCH, seed: seed++ });
  await Promise.all(
    requests.map(async (each) => {
      const answer = await sendRaw(port, each);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const fault = faultOf(each, answer);
      if (fault) faults.push({ kind: fault, request: each.bytes.toString("latin1").slice(0, 1_200) });
    }),
  );
  // Some requests sign their person out.
  const visitor = visitors[(sent / BATCH) % STORES];
  if (visitor) visitor.session = await openSession(visitor.storeHash);
  sent += BATCH;
  if (settledBytes === 0 && sent >= wanted * WARM_UP) settledBytes = residentBytes(app.pid);
  if (sent < nextReport) continue;
  say(`${sent} requests, ${Math.round(residentBytes(app.pid) / 1024 ** 2)} MB`);
  nextReport += wanted / 10;
}
const isRunning = isAlive(app.pid);
const growth = settledBytes === 0 ? 0 : residentBytes(app.pid) / settledBytes - 1;
if (isRunning) {
  for (const { storeHash } of visitors) {
    const { bearer } = await openSession(storeHash);
    const headers = { Authorization: `Bearer ${bearer}` };
    const stream = await fetch(`${app.origin}/s/${storeHash}/api/events/stream`, { headers });
    if (!stream.ok) faults.push({ kind: `a stream is refused: ${stream.status}`, request: storeHash });
    await stream.body?.cancel();
  }
}
const health = isRunning ? (await fetch(`${app.origin}/api/health/live`)).status : 0;
await lab.close();

say(`requests ${sent}, first seed ${values.seed}`);
say(
  [...statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, count]) => `${status || "no answer"}: ${count}`)
    .join(", "),
);
say(`crashed ${isRunning ? "no" : "yes"}, memory grew by ${(growth * 100).toFixed(1)}%`);
for (const [kind, each] of Map.groupBy(faults, (fault) => fault.kind)) {
  say(`${each.length} times: ${kind}`);
  for (const { request } of each.slice(0, FAULTS_SHOWN)) say(JSON.stringify(request));
}
say(`faults ${faults.length}`);
const isFlat = wanted < JUDGED_REQUESTS || growth < GROWTH_MAX;
process.exit(faults.length === 0 && health === 200 && isFlat ? 0 : 1);

// `npm run test:fuzz -- [--requests N] [--seed N]`: sends odd, hostile and malformed requests to the running app. Exits
// with 0 when it answered each of them as it should, never crashed, and its memory stayed flat.
import { parseArgs } from "node:util";
import fc from "fast-check";
import { isAlive } from "#lib/db/postmaster.ts";
import { buildWhenStale } from "#scripts/build.ts";
import { openLab, residentBytes } from "#tests/lab/lab.ts";
import { faultOf, fuzzRequest } from "./requests.ts";
import { sendRaw } from "./send.ts";

const BATCH = 64;
/** Part of all requests after which memory counts as settled. */
const WARM_UP = 0.2;
const GROWTH_MAX = 0.2;
/** Memory of a run that is shorter than this has not settled, and is told but not judged. */
const JUDGED_REQUESTS = 100_000;
const FAULTS_SHOWN = 10;

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "1000000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const wanted = Number(values.requests);
let seed = Number(values.seed);
const say = (line: string) => process.stdout.write(`${line}\n`);

await buildWhenStale(process.env, () => undefined);
const lab = await openLab();
const app = await lab.start("server.ts", { WORKER: "external" });
const port = Number(new URL(app.origin).port);

const faults: string[] = [];
const statuses = new Map<number, number>();
let sent = 0;
let settledBytes = 0;
let nextReport = wanted / 10;
while (sent < wanted && isAlive(app.pid)) {
  // A signature is good for five minutes, and new requests are made all the time.
  const requests = fc.sample(fuzzRequest(lab.sender, new Date()), { numRuns: BATCH, seed: seed++ });
  await Promise.all(
    requests.map(async (request) => {
      const status = await sendRaw(port, request);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const fault = faultOf(request, status);
      if (fault) faults.push(`${fault}: ${JSON.stringify(request.bytes.toString("latin1").slice(0, 300))}`);
    }),
  );
  sent += BATCH;
  if (settledBytes === 0 && sent >= wanted * WARM_UP) settledBytes = residentBytes(app.pid);
  if (sent < nextReport) continue;
  say(`${sent} requests, ${Math.round(residentBytes(app.pid) / 1024 ** 2)} MB`);
  nextReport += wanted / 10;
}
const isRunning = isAlive(app.pid);
const growth = settledBytes === 0 ? 0 : residentBytes(app.pid) / settledBytes - 1;
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
for (const fault of faults.slice(0, FAULTS_SHOWN)) say(fault);
say(`faults ${faults.length}`);
const isFlat = wanted < JUDGED_REQUESTS || growth < GROWTH_MAX;
process.exit(faults.length === 0 && health === 200 && isFlat ? 0 : 1);

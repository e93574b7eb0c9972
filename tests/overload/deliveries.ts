import pg from "pg";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { openLab, residentBytes } from "#tests/lab/lab.ts";
import { keptConnections, post } from "#tests/lab/post.ts";
import { flood } from "./flood.ts";

/**
 * Every event takes the database so long. One machine cannot send ten times what it can receive, so its database is made
 * slow: two commits side by side take about 400 a second.
 */
const ROW_SECONDS = 0.005;
const SETTLING_SECONDS = 60;
const GROWTH_MAX = 0.2;
const RECOVERY_MS = 5_000;
/** What an answer may take afterwards; each waits for one slow event. */
const NORMAL_MS = 500;
const AFTERWARDS = 100;
const MB = 1024 ** 2;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Sends the running app ten times what it can take.
 * @returns whether its memory stayed flat after the first minute and it served normally five seconds after the flood.
 */
export async function floodWithDeliveries(seconds: number, perSecond: number): Promise<boolean> {
  const lab = await openLab();
  const app = await lab.start("server.ts", { WORKER: "external" });
  const admin = new pg.Client({ connectionString: lab.databaseUrl });
  await admin.connect();
  await admin.query(`
    CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(${ROW_SECONDS}); RETURN NEW; END';
    CREATE TRIGGER take_time BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION take_time()`);
  await admin.end();

  const url = `${app.origin}/api/webhooks/${lab.sender.storeHash}`;
  const samples: number[] = [];
  const outcome = await flood(url, lab.sender, {
    perSecond,
    seconds,
    onSecond: () => {
      samples.push(residentBytes(app.pid));
      if (samples.length % 10 === 0) say(`${samples.length} s, ${Math.round((samples.at(-1) ?? 0) / MB)} MB`);
    },
  });

  const endedAt = performance.now();
  const agent = keptConnections(1);
  const one = async () => {
    const [delivery] = signedDeliveries(1, lab.sender, new Date());
    return delivery ? post(url, agent, delivery) : { status: 0, tookMs: 0 };
  };
  while ((await one()).status !== 200 && performance.now() - endedAt < RECOVERY_MS);
  const recoveredMs = Math.round(performance.now() - endedAt);
  let slowOrRefused = 0;
  for (let sent = 0; sent < AFTERWARDS; sent++) {
    const { status, tookMs } = await one();
    if (status !== 200 || tookMs > NORMAL_MS) slowOrRefused++;
  }
  agent.destroy();
  await lab.close();

  // A run too short for a minute of settling is judged by its second half.
  const settling = Math.min(SETTLING_SECONDS, Math.floor(samples.length / 2));
  const settled = Math.max(...samples.slice(0, settling));
  const growth = Math.max(...samples.slice(settling)) / settled - 1;
  for (const [status, count] of Object.entries(outcome.statuses)) say(`status ${status} ${count}`);
  say(`unsent ${outcome.unsent}`);
  say(`slowest answer ${Math.round(outcome.slowestMs)} ms`);
  say(`memory ${Math.round(settled / MB)} MB, then ${growth >= 0 ? "+" : ""}${(growth * 100).toFixed(1)}%`);
  say(`served again after ${recoveredMs} ms, ${slowOrRefused} of ${AFTERWARDS} slow or refused then`);
  return growth < GROWTH_MAX && recoveredMs < RECOVERY_MS && slowOrRefused === 0;
}

import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { openSession } from "#tests/bench/session.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { collected, inspectable } from "#tests/lab/heap.ts";
import { openLab, residentBytes, type Lab, type LabProcess } from "#tests/lab/lab.ts";
import { post } from "#tests/lab/post.ts";
import { say as begin, whenConnected, type Line } from "#tests/lab/wire.ts";

const MB = 1024 ** 2;
const DELIVERIES = 20;
const ANSWER_MS_MAX = 1_000;
/** After so long without work the app has collected, and V8 has given back what that left. */
const CALM_SECONDS = 60;
const GROWTH_MAX = 0.2;
/** Connections that are opened before the next ones are. */
const WAVE = 250;
const STREAMS = 4_999;
const BODIES = 200;
const BODY_BYTES = 9 * MB;
const SILENT = 5_000;
const READERS = 200;
const READING_MS = 10_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** One way to take what there is. Resolves when it is taken; what it opened is closed afterwards. */
type Crowd = (origin: string, session: string, lines: Line[]) => Promise<string>;

async function inWaves(count: number, lines: Line[], open: () => Line): Promise<void> {
  for (let left = count; left > 0; left -= WAVE) {
    const wave = Array.from({ length: Math.min(WAVE, left) }, open);
    await whenConnected(wave);
    lines.push(...wave);
  }
}

const CROWDS: Readonly<Record<string, Crowd>> = {
  "4,999 live streams of one person": async (origin, session, lines) => {
    const head = `GET /s/lab1/api/events/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${session}\r\n\r\n`;
    await inWaves(STREAMS, lines, () => begin(origin, head));
    const statuses = await Promise.all(lines.map(({ answered }) => answered));
    return `${statuses.filter((status) => status === 200).length} opened`;
  },
  "200 bodies of 9 MB that lack their last byte": async (origin, _session, lines) => {
    const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${BODY_BYTES + 1}\r\n\r\n`;
    const most = Buffer.concat([Buffer.from(head), Buffer.alloc(BODY_BYTES, "x")]);
    await inWaves(BODIES, lines, () => begin(origin, most));
    const statuses = await Promise.all(lines.map(({ answered }) => answered));
    return `${statuses.filter((status) => status === 0 || status >= 400).length} refused`;
  },
  "200 bodies of 9 MB in pieces, without their length": async (origin, _session, lines) => {
    const head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    const size = BODY_BYTES.toString(16);
    const most = Buffer.concat([Buffer.from(`${head}${size}\r\n`), Buffer.alloc(BODY_BYTES - 1, "x")]);
    await inWaves(BODIES, lines, () => begin(origin, most));
    const statuses = await Promise.all(lines.map(({ answered }) => answered));
    return `${statuses.filter((status) => status === 0 || status >= 400).length} refused`;
  },
  "5,000 connections that say nothing": async (origin, _session, lines) => {
    await inWaves(SILENT, lines, () => begin(origin, ""));
    return `${lines.filter(({ socket }) => !socket.destroyed).length} open`;
  },
  "200 readers of pages that never pause": async (origin, _session, lines) => {
    let pages = 0;
    const until = performance.now() + READING_MS;
    const read = async () => {
      while (performance.now() < until) {
        const line = begin(origin, "GET /s/lab1/overview HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        lines.push(line);
        await line.said;
        pages++;
      }
    };
    // Those that are under way go on while deliveries come.
    for (let reader = 0; reader < READERS; reader++) void read();
    await pause(READING_MS / 2);
    return `${pages} pages so far`;
  },
};

/**
 * Takes connections, memory and time of the running app in each way that a client has, and delivers meanwhile. Memory is told
 * as the system sees it before, during and after, and once more when V8 was told to collect. The app collects by itself when it
 * is calm, so what the system sees has to be back without that; in a shorter time than that takes, it is only told.
 * @param seconds How long memory may take to come back.
 * @returns whether each delivery was answered 200 within a second, and what the app holds, in its heap and of the system's
 * memory, came back to within a fifth of what it was.
 */
export async function crowdTheDoors(seconds: number): Promise<boolean> {
  const lab = await openLab();
  const { settings, inspector } = await inspectable();
  const app = await lab.start("server.ts", { WORKER: "external", ...settings });
  const { bearer } = await openSession(lab.sender.storeHash);
  const held = async () => ({ heap: await collected(inspector), resident: residentBytes(app.pid) });
  let isFine = true;
  // What every page and every connection needs once is no growth.
  for (const crowd of Object.values(CROWDS)) await crowded(crowd, lab, app, bearer);
  await pause(seconds * 1_000);
  for (const [name, crowd] of Object.entries(CROWDS)) {
    const before = await held();
    const { outcome, during, answers } = await crowded(crowd, lab, app, bearer);
    await pause(seconds * 1_000);
    const uncollected = residentBytes(app.pid);
    const after = await held();
    const right = answers.filter(({ status, tookMs }) => status === 200 && tookMs < ANSWER_MS_MAX).length;
    const slowest = Math.round(Math.max(...answers.map(({ tookMs }) => tookMs)));
    say(`${name}: ${outcome}`);
    say(`  deliveries answered 200 within a second: ${right} of ${DELIVERIES}, the slowest in ${slowest} ms`);
    say(
      `  memory: ${inMB(before.resident, during, uncollected)} MB before, then, after; ${inMB(after.resident)} MB once collected`,
    );
    say(`  heap in use: ${inMB(before.heap, after.heap)} MB before, after`);
    const resident = seconds < CALM_SECONDS ? after.resident : uncollected;
    const isBack =
      after.heap < before.heap * (1 + GROWTH_MAX) && resident < before.resident * (1 + GROWTH_MAX);
    isFine &&= right === DELIVERIES && isBack;
  }
  await lab.close();
  return isFine;
}

const inMB = (...bytes: number[]) => bytes.map((each) => Math.round(each / MB)).join(", ");

async function crowded(crowd: Crowd, { sender }: Lab, { origin, pid }: LabProcess, session: string) {
  const lines: Line[] = [];
  const outcome = await crowd(origin, session, lines);
  const during = residentBytes(pid);
  // Connections of their own: one that was open before would prove nothing.
  const agent = new Agent();
  const answers = await Promise.all(
    signedDeliveries(DELIVERIES, sender, new Date()).map((delivery) =>
      post(`${origin}/api/webhooks/${sender.storeHash}`, agent, delivery),
    ),
  );
  for (const { socket } of lines) socket.destroy();
  return { outcome, during, answers };
}

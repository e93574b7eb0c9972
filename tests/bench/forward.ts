import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { setPriority } from "node:os";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DestinationSettings } from "#lib/contract/destinations.ts";
import { DESTINATIONS_CHANNEL } from "#lib/platform/db/channels.ts";
import { database } from "#lib/platform/db/client.ts";
import { commitArrivals } from "#lib/features/receiver/commit.ts";
import { StoreHash } from "#lib/ids.ts";
import { SELF_SIGNED } from "#tests/fixtures/self-signed.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { openLab, type Lab } from "#tests/lab/lab.ts";
import { arrivals, newDestination, receive } from "#tests/lab/destinations.ts";
import { openRound } from "./open-loop.ts";
import { percentile, resultOf, type Result } from "./statistics.ts";

const HOSTS = 20;
/** Requests at once to each host: many hosts, and one. */
const CONNECTIONS = { many: 10, one: 50 } as const;
/** Deliveries of a round. */
const COUNT = 6_000;
const LATENCY_SECONDS = 10;
const LATENCY_RATE = 200;
const INTAKE_RATE = 500;
const INTAKE_SECONDS = 8;
const BARE = resolve(import.meta.dirname, "servers/bare-forward.ts");
const SINK = resolve(import.meta.dirname, "servers/sink.ts");
/** As `deploy/webhook-keeper-worker.service` has it. */
const WORKER_NICE = 10;
/** A template that does not end. */
const LOOP = "($f := function($n) { $f($n + 1) }; $f(0))";

/** TLS servers on this machine that answer at once and note when each event came. */
async function startSinks(): Promise<{ urls: string[]; seen: Map<string, number>; reset(): void }> {
  const seen = new Map<string, number>();
  const urls: string[] = [];
  for (let host = 0; host < HOSTS; host++) {
    const server = createServer(SELF_SIGNED, (request, response) => {
      seen.set(String(request.headers["webhook-id"]), performance.now());
      request.resume().once("end", () => response.end());
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    urls.push(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`); // it listens on a port
  }
  return { urls, seen, reset: () => seen.clear() };
}

async function bare(urls: readonly string[], connections: number, env: NodeJS.ProcessEnv): Promise<number> {
  const child = fork(BARE, [JSON.stringify({ urls, connections, count: COUNT })], { env });
  const [message] = (await once(child, "message")) as [{ perSecond: number }]; // our own script
  child.kill();
  return message.perSecond;
}

/** Turns the destinations of a round on, and counts what arrives a second until all of it has. */
async function forwarded(lab: Lab, urls: readonly string[], concurrency: number, seen: Map<string, number>) {
  const store = StoreHash.parse(`bench${Math.random().toString(36).slice(2, 10)}`);
  await lab.addStore(store);
  // Each store's events go to one destination: many hosts are many stores, each with its part of them.
  const stores = [store];
  for (let more = 1; more < urls.length; more++) {
    const another = StoreHash.parse(`${store}${more}`);
    await lab.addStore(another);
    stores.push(another);
  }
  const ids: string[] = [];
  for (const [index, url] of urls.entries())
    ids.push(await newDestination(stores[index] ?? store, url, { concurrency }, false));
  for (const each of stores) await receive(arrivals(each, COUNT / stores.length));
  seen.clear();
  await database().pool.query("UPDATE destinations SET is_on = true WHERE id = ANY($1)", [ids]);
  for (const id of ids) await database().pool.query("SELECT pg_notify($1, $2)", [DESTINATIONS_CHANNEL, id]);
  while (seen.size < COUNT) await pause(20);
  const times = [...seen.values()];
  const perSecond = COUNT / ((Math.max(...times) - Math.min(...times)) / 1_000);
  await database().pool.query("DELETE FROM destinations WHERE id = ANY($1)", [ids]);
  return perSecond;
}

/** Milliseconds from an event's commit to its request at the sink, at a steady rate. */
async function commitToSink(lab: Lab, url: string, seen: Map<string, number>): Promise<number[]> {
  const store = StoreHash.parse(`pace${Math.random().toString(36).slice(2, 10)}`);
  await lab.addStore(store);
  await newDestination(store, url);
  await pause(1_000);
  seen.clear();
  const committed: number[] = [];
  const startMs = performance.now();
  for (let batch = 0; batch < (LATENCY_SECONDS * LATENCY_RATE) / 4; batch++) {
    const dueMs = startMs + (batch * 4 * 1_000) / LATENCY_RATE;
    await pause(Math.max(0, dueMs - performance.now()));
    await commitArrivals(arrivals(store, 4));
    const atMs = performance.now();
    committed.push(atMs, atMs, atMs, atMs);
  }
  while (seen.size < committed.length) await pause(10);
  // Both in the order of commits, since nothing fails.
  const arrived = [...seen.values()].toSorted((a, b) => a - b);
  await database().pool.query("DELETE FROM destinations");
  return committed.map((atMs, index) => (arrived[index] ?? 0) - atMs);
}

/** Milliseconds until an arrival is acknowledged, at a steady rate, beside a destination or without. */
async function intake(lab: Lab, origin: string): Promise<number> {
  const deliveries = signedDeliveries(INTAKE_RATE * INTAKE_SECONDS, lab.sender, new Date());
  const url = `${origin}/api/webhooks/${lab.sender.storeHash}`;
  return (await openRound({ url, perSecond: INTAKE_RATE, deliveries })).p99;
}

/**
 * Measures what one worker forwards a second over TLS to many hosts and to one, beside a bare undici loop to the same sinks; how
 * long it takes from the commit to the sink; and what intake costs beside it.
 */
export async function measureForward(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const lab = await openLab();
  const figures = new Map<string, { unit: string; values: number[] }>();
  const note = (name: string, unit: string, value: number) => {
    const figure = figures.get(name) ?? { unit, values: [] };
    figure.values.push(value);
    figures.set(name, figure);
    say(`${name}: ${value.toFixed(2)} ${unit}`);
  };
  let sink: ChildProcess | undefined;
  try {
    const { urls, seen } = await startSinks();
    const certificate = join(process.env.DATA_DIR ?? "", "sink.pem");
    writeFileSync(certificate, SELF_SIGNED.cert);
    const trusting = { NODE_EXTRA_CA_CERTS: certificate };
    const worker = await lab.start("scripts/worker.ts", { WORKER: "external", ...trusting });
    setPriority(worker.pid, WORKER_NICE);
    const { origin } = await lab.start("tests/lab/receiver-server.ts", { WORKER: "external" });
    await intake(lab, origin);
    sink = fork(SINK);
    const [{ port }] = (await once(sink, "message")) as [{ port: number }]; // our own script
    const beside = async (settings: Partial<DestinationSettings>): Promise<number> => {
      await newDestination(StoreHash.parse(lab.sender.storeHash), `https://127.0.0.1:${port}/`, settings);
      await pause(500);
      const p99 = await intake(lab, origin);
      await database().pool.query("DELETE FROM destinations");
      return p99;
    };
    for (let round = 0; round < rounds; round++) {
      for (const name of ["many", "one"] as const) {
        const hosts = name === "many" ? urls : urls.slice(0, 1);
        const floor = await bare(hosts, CONNECTIONS[name], { ...process.env, ...trusting });
        const ours = await forwarded(lab, hosts, CONNECTIONS[name], seen);
        note(`forward.${name}.floor`, "per second", floor);
        note(`forward.${name}`, "per second", ours);
        note(`forward.${name}.part`, "of the floor", ours / floor);
      }
      const delays = await commitToSink(lab, urls[0] ?? "", seen);
      note("forward.commitToSink.p50", "milliseconds", percentile(delays, 0.5));
      note("forward.commitToSink.p99", "milliseconds", percentile(delays, 0.99));
      note("forward.intakeWithout.p99", "milliseconds", await intake(lab, origin));
      note("forward.intakeBeside.p99", "milliseconds", await beside({ concurrency: 50 }));
      const loop = { payload: "template", template: LOOP } as const;
      note("forward.intakeBesideLoop.p99", "milliseconds", await beside(loop));
    }
    return [...figures].map(([name, { unit, values }]) => resultOf(name, unit, values));
  } finally {
    sink?.kill();
    await lab.close();
  }
}

import { setTimeout as pause } from "node:timers/promises";
import { database } from "#lib/platform/db/client.ts";
import { newDestination, newStore } from "#tests/lab/destinations.ts";
import type { Found } from "#tests/lab/found.ts";
import { cameAt, feed, lostAndCopies, rowsOf, until, uneven, type Ground } from "./ground.ts";

const OUT_SECONDS = 60;
const HELD_SECONDS = 20;
const PER_SECOND = 50;
const CONCURRENCY = 5;

const ownerOf = async (id: string) => {
  const { rows } = await database().pool.query<{ owner: string | null }>(
    "SELECT owner_id AS owner FROM feeds WHERE destination_id = $1",
    [id],
  );
  return rows[0]?.owner ?? null;
};

/** The worker that owns a destination stands still for a minute; another one takes over; then the first goes on. */
export async function frozenOwner({ sink, start }: Ground): Promise<Found> {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/frozen"), { concurrency: CONCURRENCY });
  const first = await start();
  await until(
    async () => (await ownerOf(id)) !== null,
    () => performance.now(),
  );
  const firstOwner = await ownerOf(id);
  await start();
  const stop = new AbortController();
  const feeding = feed(new Map([[store, PER_SECOND]]), 600, stop.signal);
  const positions: bigint[] = [];
  const watching = (async () => {
    for (; !stop.signal.aborted; await pause(200)) positions.push((await rowsOf(id)).position);
  })();
  await pause(5_000);
  process.kill(first.pid, "SIGSTOP");
  const stoppedMs = performance.now();
  await until(
    async () => (await ownerOf(id)) !== firstOwner,
    () => performance.now(),
  );
  const takenOverMs = performance.now() - stoppedMs;
  await pause(OUT_SECONDS * 1_000 - takenOverMs);
  const secondOwner = await ownerOf(id);
  process.kill(first.pid, "SIGCONT");
  await pause(15_000);
  const isKept = (await ownerOf(id)) === secondOwner;
  stop.abort();
  await watching;
  const sent = await feeding;
  const { lost, copies } = await lostAndCopies(sink, "/frozen", sent.keys());
  const back = positions.filter((position, index) => position < (positions[index - 1] ?? 0n)).length;
  const odd = await uneven();
  const { delivered } = await rowsOf(id);
  return {
    figures: { events: sent.size, takenOverMs, lost, copies, positionsBack: back, delivered, uneven: odd },
    faults: [
      ...(lost > 0 ? ["events were lost"] : []),
      ...(copies > CONCURRENCY ? ["more came twice than was under way"] : []),
      ...(back > 0 ? ["the position went back"] : []),
      ...(isKept ? [] : ["who came back took the destination from its new owner"]),
      ...(odd > 0 || delivered !== sent.size ? ["what the new owner wrote did not stay"] : []),
    ],
  };
}

/** A commit is held for twenty seconds while later numbers pass; nobody is told of it. */
export async function heldCommit({ sink, start }: Ground): Promise<Found> {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/held"), { concurrency: CONCURRENCY });
  await start();
  const feeding = feed(new Map([[store, PER_SECOND]]), HELD_SECONDS + 15);
  await pause(2_000);
  const held = await database().pool.connect();
  await held.query("BEGIN");
  await held.query(
    `INSERT INTO events (store_hash, occurred_at, hash, scope, body, headers, proof, flags, arrivals,
       first_arrived_at, last_arrived_at, is_test, is_demo)
     VALUES ($1, now(), 'held', 'store/order/created', '{"held":true}', '{}', 'both', '{}', 1, now(), now(), false, false)`,
    [store],
  );
  await pause(HELD_SECONDS * 1_000);
  await held.query("COMMIT");
  held.release();
  const committedMs = performance.now();
  const isHeld = () => sink.received("/held").filter(({ body }) => body === '{"held":true}');
  await until(
    () => isHeld().length > 0,
    () => sink.received("/held").length,
  );
  const afterMs = (isHeld()[0]?.atMs ?? Number.NaN) - committedMs;
  const sent = await feeding;
  const { lost, copies } = await lostAndCopies(sink, "/held", sent.keys());
  const { delivered } = await rowsOf(id);
  return {
    figures: { events: sent.size + 1, heldSeconds: HELD_SECONDS, afterMs, lost, copies },
    faults: [
      ...(isHeld().length === 1 && lost === 0 ? [] : ["events were lost"]),
      ...(copies > 0 || delivered !== sent.size + 1 ? ["events came twice"] : []),
    ],
  };
}

/** PostgreSQL is killed, and started again after a minute. */
export async function databaseAway({ lab, sink, start }: Ground): Promise<Found> {
  const store = await newStore();
  await newDestination(store, sink.url("/away"), { concurrency: CONCURRENCY });
  sink.answer("/away", (_, response) => setTimeout(() => response.end(), 20));
  await start();
  const sent = await feed(new Map([[store, PER_SECOND * 10]]), 10);
  process.kill(lab.databasePid(), "SIGKILL");
  await pause(OUT_SECONDS * 1_000);
  const meanwhile = sink.received("/away").length;
  await lab.restartDatabase();
  const backMs = performance.now();
  await until(
    () => sink.received("/away").length > meanwhile,
    () => performance.now(),
  );
  const underWayAfterMs = (sink.received("/away")[meanwhile]?.atMs ?? Number.NaN) - backMs;
  const { lost, copies } = await lostAndCopies(sink, "/away", sent.keys());
  sink.answer("/away", null);
  const odd = await uneven();
  return {
    figures: {
      events: sent.size,
      beforeTheEnd: meanwhile,
      underWayAfterMs,
      lost,
      copies,
      uneven: odd,
      cameInAll: cameAt(sink, "/away").size,
    },
    faults: [
      ...(lost > 0 ? ["events were lost"] : []),
      ...(copies > CONCURRENCY ? ["more came twice than was under way"] : []),
      ...(underWayAfterMs <= 10_000 ? [] : ["it was not under way within ten seconds"]),
      ...(odd > 0 ? ["counts differ from rows"] : []),
    ],
  };
}

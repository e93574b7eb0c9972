import { setTimeout as pause } from "node:timers/promises";
import type { Access } from "#lib/access.ts";
import { changeDestination } from "#lib/features/destinations/change.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { arrivals, newDestination, newStore, receive } from "#tests/lab/destinations.ts";
import type { Found } from "#tests/lab/found.ts";
import { cameAt, idOf, lostAndCopies, rowsOf, until, uneven, type Ground } from "./ground.ts";

const EVENTS = 100_000;
const DAYS_OFF = 3;
const DAY_MS = 86_400_000;

/** A receiver that is dead for a minute, and then not, with a hundred thousand events before it. */
export async function deadReceiver({ sink, start }: Ground): Promise<Found> {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/dead"), { concurrency: 20 });
  let isDead = true;
  sink.answer("/dead", (_, response) => response.writeHead(isDead ? 500 : 200).end());
  const events = arrivals(store, EVENTS);
  await receive(events);
  await start();
  await until(
    () => sink.received("/dead").length > 0,
    () => performance.now(),
  );
  await pause(60_000);
  const asked = sink.received("/dead").length;
  const { attempts, retries } = await rowsOf(id);
  isDead = false;
  const beganMs = performance.now();
  await until(
    async () => (await rowsOf(id)).delivered >= EVENTS,
    () => sink.received("/dead").length,
  );
  const tookMs = performance.now() - beganMs;
  const after = await rowsOf(id);
  const answered = sink.received("/dead").slice(asked);
  const { size } = new Set(answered.map((received) => received.id));
  const odd = await uneven();
  return {
    figures: {
      events: EVENTS,
      requestsInMinute: asked,
      retryRows: retries,
      attemptRows: attempts,
      arrivedAfterSeconds: tookMs / 1_000,
      arrived: size,
      copies: answered.length - size,
      uneven: odd,
    },
    faults: [
      ...(asked <= 30 ? [] : ["more than 30 requests in the first minute"]),
      ...(retries <= 1_000 && attempts <= 30 ? [] : ["too many rows"]),
      ...(size === EVENTS && after.delivered === EVENTS && after.retries === 0 && odd === 0
        ? []
        : ["not all arrived, or counts differ"]),
    ],
  };
}

/** Two destinations are off while three days bring a hundred thousand events; one goes on where it was, one from now. */
export async function offForDays({ sink, start }: Ground): Promise<Found> {
  const store = await newStore();
  const [onward, fromNow] = [
    await newDestination(store, sink.url("/onward"), { concurrency: 20 }),
    await newDestination(store, sink.url("/from-now")),
  ];
  const owner = ownerOf(store);
  for (const id of [onward, fromNow])
    await changeDestination(owner, id, { isOn: false }, new Date(Date.now() - DAYS_OFF * DAY_MS));
  await start();
  const before = [await rowsOf(onward), await rowsOf(fromNow)];
  const now = Date.now();
  const events = arrivals(store, EVENTS).map((event, index) => {
    const at = new Date(now - DAYS_OFF * DAY_MS * (1 - index / EVENTS));
    return { ...event, occurredAt: at, arrivedAt: at };
  });
  await receive(events);
  await pause(20_000);
  const off = [await rowsOf(onward), await rowsOf(fromNow)];
  await changeDestination(owner, fromNow, { isOn: true, resumeFrom: "now" }, new Date());
  await changeDestination(owner, onward, { isOn: true, resumeFrom: "position" }, new Date());
  const later = arrivals(store, 100);
  await receive(later);
  const all = await lostAndCopies(sink, "/onward", [...events, ...later].map(idOf));
  const few = await lostAndCopies(sink, "/from-now", later.map(idOf));
  await until(
    async () => (await rowsOf(onward)).delivered >= EVENTS + 100,
    () => performance.now(),
  );
  const came = [cameAt(sink, "/onward").size, cameAt(sink, "/from-now").size];
  const [newest = 0n] = await newestSeqs(store, 1);
  return {
    figures: {
      events: EVENTS,
      arrivedOnward: came[0] ?? 0,
      arrivedFromNow: came[1] ?? 0,
      lost: all.lost + few.lost,
      copies: all.copies + few.copies,
      newest: Number(newest),
    },
    faults: [
      ...(JSON.stringify(off, text) === JSON.stringify(before, text)
        ? []
        : ["rows were written for a destination that was off"]),
      ...(came[0] === EVENTS + 100 && came[1] === 100 && all.copies + few.copies === 0
        ? []
        : ["a choice at switching on was not exact"]),
    ],
  };
}

const text = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

const ownerOf = (storeHash: StoreHash): Access => ({
  storeHash,
  userId: "7",
  email: "owner@example.com",
  isOwner: true,
  mayChangeWebhooks: true,
  locale: null,
  storeEpoch: 1,
  membershipEpoch: 1,
});

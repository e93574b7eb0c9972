import { afterEach, describe, expect, test } from "vitest";
import { eventId } from "#lib/features/events/ids.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import { database } from "#lib/platform/db/client.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  arrivals,
  forwarding,
  keptOf,
  newDestination,
  newStore,
  receive,
  stopForwarders,
} from "#tests/support/forwarding.ts";
import { useSink } from "#tests/support/sink.ts";

useDatabase();
const sink = useSink();
afterEach(stopForwarders);

const idsAt = (path: string) => sink.received(path).map(({ id }) => id);

describe("a destination", () => {
  test("gets each of 10,000 events once, those of before and those that come, and the position passes them", async () => {
    const store = await newStore();
    const id = await newDestination(store, sink.url("/all"), { concurrency: 20 });
    const events = arrivals(store, 10_000);
    await receive(events.slice(0, 6_000));
    forwarding();
    await receive(events.slice(6_000), 50);
    await expect.poll(() => sink.received("/all").length, { timeout: 30_000 }).toBe(10_000);
    const wanted = events.map(({ occurredAt, hash }) =>
      eventId({ occurredAt: occurredAt ?? new Date(), hash }),
    );
    expect(idsAt("/all").toSorted()).toEqual(wanted.toSorted());
    const [newest] = await newestSeqs(store, 1);
    await expect.poll(async () => (await keptOf(id)).position).toBe(newest);
    expect(await keptOf(id)).toMatchObject({ attempts: 10_000, delivered: 10_000, waiting: 0, failed: 0 });
    expect((await keptOf(id)).hours).toMatchObject({ delivered: 10_000, failed: 0, notWanted: 0 });
  });

  test("is told of what a commit brings late, long after later numbers passed", async () => {
    const store = await newStore();
    const id = await newDestination(store, sink.url("/late"));
    forwarding();
    await receive(arrivals(store, 3));
    const held = await database().pool.connect();
    await held.query("BEGIN");
    await held.query(
      `INSERT INTO events (store_hash, occurred_at, hash, scope, body, headers, proof, flags, arrivals,
         first_arrived_at, last_arrived_at, is_test, is_demo)
       VALUES ($1, now(), 'late', 'store/order/created', '{}', '{}', 'both', '{}', 1, now(), now(), false, false)`,
      [store],
    );
    await receive(arrivals(store, 3));
    await expect.poll(() => sink.received("/late").length).toBe(6);
    // Without a notification: only what is read again finds it.
    await held.query("COMMIT");
    held.release();
    await expect.poll(() => sink.received("/late").length).toBe(7);
    await expect.poll(async () => (await keptOf(id)).position).toBe((await newestSeqs(store, 1))[0]);
    expect(new Set(idsAt("/late")).size).toBe(7);
  });
});

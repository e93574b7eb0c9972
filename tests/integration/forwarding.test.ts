import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { eventId } from "#lib/features/events/ids.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import { database } from "#lib/platform/db/client.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  QUICK,
  arrivals,
  forwarding,
  keptOf,
  newDestination,
  newStore,
  receive,
  stopForwarders,
} from "#tests/support/forwarding.ts";
import { keepState } from "#tests/support/privacy.ts";
import { useSink } from "#tests/support/sink.ts";

useDatabase();
const sink = useSink();
afterEach(stopForwarders);

const idsAt = (path: string) => sink.received(path).map(({ id }) => id);

describe("a destination", () => {
  test("gets each of 4,000 events once, those of before and those that come, and the position passes them", async () => {
    const store = await newStore();
    const id = await newDestination(store, sink.url("/all"), { concurrency: 20 });
    const events = arrivals(store, 4_000);
    await receive(events.slice(0, 2_500));
    forwarding();
    await receive(events.slice(2_500), 50);
    await expect.poll(() => sink.received("/all").length, { timeout: 30_000 }).toBe(4_000);
    const wanted = events.map(({ occurredAt, hash }) =>
      eventId({ occurredAt: occurredAt ?? new Date(), hash }),
    );
    expect(idsAt("/all").toSorted()).toEqual(wanted.toSorted());
    const [newest] = await newestSeqs(store, 1);
    await expect.poll(async () => (await keptOf(id)).position).toBe(newest);
    expect((await keptOf(id)).done).toBe(newest);
    expect(await keptOf(id)).toMatchObject({ attempts: 4_000, delivered: 4_000, waiting: 0, failed: 0 });
    expect((await keptOf(id)).hours).toMatchObject({ delivered: 4_000, failed: 0, notWanted: 0 });
  });

  test("is told of what a commit brings late, long after later numbers passed", async () => {
    const store = await newStore();
    const id = await newDestination(store, sink.url("/late"));
    // Long enough for a busy machine, so that the position cannot pass the one that is held.
    forwarding({ times: { ...QUICK, settleMs: 3_000 } });
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

describe("what was read of the thing that an event is about", () => {
  const product = (storeHash: Parameters<typeof arrivals>[0], id: string) =>
    arrivals(storeHash, 1, {
      scope: "store/product/updated",
      resource: { type: "product", id },
      body: Buffer.from(JSON.stringify({ data: { type: "product", id: Number(id) } })),
    });
  const read = ({ type, id }: { type: string; id: string }) => ({ type, resourceId: id });
  const sentTo = (path: string) =>
    sink.received(path).map(({ body }) => (JSON.parse(body) as { data: Record<string, unknown> }).data);

  test("is waited for and told, and chosen by; where none comes it goes without", async () => {
    const store = await newStore();
    await database().prisma.store.update({
      where: { hash: store },
      data: { scopes: ["store_v2_products_read_only"] },
    });
    const cheaper = { "changes.price": { $exists: true } };
    const renamed = { $or: [{ "changes.name": { $exists: true } }] };
    await newDestination(store, sink.url("/full"), { payload: "full" });
    await newDestination(store, sink.url("/cheaper"), { filter: cheaper });
    const id = await newDestination(store, sink.url("/renamed"), { filter: renamed });
    const towel = { type: "product", id: "7" };
    await keepState(store, { ...towel, body: { name: "Towel", price: 21 } }, new Date());
    forwarding({ times: { ...QUICK, factsMs: 1_500 } });
    await receive([...product(store, "7"), ...product(store, "8")]);
    const [, covered = 0n] = await newestSeqs(store, 2);
    await pause(400);
    expect([...sink.received("/full"), ...sink.received("/cheaper")]).toEqual([]);
    const body = { name: "Towel", price: 20 };
    await database().prisma.snapshot.create({
      data: {
        storeHash: store,
        ...read(towel),
        fetchedAt: new Date(),
        toSeq: covered,
        outcome: "kept",
        body,
      },
    });
    await expect.poll(() => sentTo("/full").length).toBe(2);
    expect(sentTo("/full")).toMatchObject([
      { thing: body, changes: [{ field: "price", before: 21, after: 20 }], changesState: "changed" },
      { thing: null, changes: [], changesState: "waiting" },
    ]);
    await expect.poll(async () => (await keptOf(id)).hours.notWanted).toBe(2);
    expect([sink.received("/cheaper").length, sink.received("/renamed").length]).toEqual([1, 0]);
  });
});

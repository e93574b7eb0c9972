import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { eventId } from "#lib/features/events/ids.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import type { Arrival } from "#lib/features/receiver/commit.ts";
import { DESTINATIONS_CHANNEL } from "#lib/platform/db/channels.ts";
import { database } from "#lib/platform/db/client.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  arrivals,
  forwarding,
  hurried,
  keptOf,
  newDestination,
  newStore,
  receive,
  stopForwarders,
} from "#tests/support/forwarding.ts";
import { useSink, type Received } from "#tests/support/sink.ts";

useDatabase();
const sink = useSink();
afterEach(stopForwarders);

const idOf = ({ occurredAt, hash }: Arrival) => eventId({ occurredAt: occurredAt ?? new Date(0), hash });
const about = (storeHash: Parameters<typeof arrivals>[0], things: number, count: number): Arrival[] =>
  arrivals(storeHash, count).map((arrival, index) => ({
    ...arrival,
    scope: "store/product/updated",
    resource: { type: "product", id: String(index % things) },
    body: Buffer.from(JSON.stringify({ number: index, product: index % things })),
  }));
const numbersOf = (received: readonly Received[]) =>
  received.map(({ body }) => JSON.parse(body) as { number: number; product: number });
const ask = (sql: string, values: unknown[] = []) => database().pool.query(sql, values);

describe("a destination that does not answer", () => {
  test("gets few requests and keeps few rows, and everything once it is back", async () => {
    const [store, count] = [await newStore(), 3_000];
    const id = await newDestination(store, sink.url("/dead"), { concurrency: 20 });
    let isDead = true;
    let asked = 0;
    sink.answer("/dead", (_, response) => {
      if (isDead) asked++;
      response.writeHead(isDead ? 500 : 200).end();
    });
    await receive(arrivals(store, count));
    const began = performance.now();
    forwarding(hurried(40));
    await pause(60_000 / 40 - (performance.now() - began));
    expect(asked).toBeGreaterThan(9);
    expect(asked).toBeLessThanOrEqual(30);
    const { waiting, attempts } = await keptOf(id);
    expect(waiting).toBeLessThanOrEqual(30);
    expect(attempts).toBeLessThanOrEqual(30);
    isDead = false;
    await expect.poll(async () => (await keptOf(id)).delivered, { timeout: 60_000 }).toBe(count);
    const answered = sink.received("/dead").slice(asked);
    expect(new Set(answered.map((received) => received.id)).size).toBe(count);
    await expect.poll(async () => (await keptOf(id)).position).toBe((await newestSeqs(store, 1))[0]);
    expect(await keptOf(id)).toMatchObject({
      waiting: 0,
      failed: 0,
      hours: { delivered: count, failed: asked },
    });
    const { rows } = await ask(
      "SELECT ill_since, last_failure, last_status FROM feeds WHERE destination_id = $1",
      [id],
    );
    expect(rows).toEqual([{ ill_since: null, last_failure: null, last_status: null }]);
  });

  test("keeps at most 1,000 rows when every event is refused, and reads no further", async () => {
    const store = await newStore();
    const id = await newDestination(store, sink.url("/half"), { concurrency: 50 });
    sink.answer("/half", (_, response) => response.writeHead(409).end());
    await receive(arrivals(store, 3_000));
    forwarding();
    await expect.poll(async () => (await keptOf(id)).waiting).toBe(1_000);
    await pause(700);
    // Some may have been tried again by now.
    const { waiting, failed } = await keptOf(id);
    expect(waiting + failed).toBe(1_000);
    expect(new Set(sink.received("/half").map((received) => received.id)).size).toBe(1_000);
  });

  test.each([
    [410, {}, "gone"],
    [503, { "webhook-delivery": "disable" }, "gone"],
  ])(
    "that says by %d %j that it is gone is turned off, and goes on where it was",
    async (status, head, reason) => {
      const path = `/gone-${status}`;
      const store = await newStore();
      const id = await newDestination(store, sink.url(path), { concurrency: 1 });
      sink.answer(path, (_, response) => response.writeHead(status, head).end());
      const { position } = await keptOf(id);
      await receive(arrivals(store, 5));
      forwarding();
      const off = async () =>
        (
          await ask(
            "SELECT is_on, off_reason, owner_id FROM destinations JOIN feeds ON destination_id = id WHERE id = $1",
            [id],
          )
        ).rows[0] as unknown;
      await expect.poll(off).toEqual({ is_on: false, off_reason: reason, owner_id: null });
      expect(sink.received(path)).toHaveLength(1);
      expect(await keptOf(id)).toMatchObject({ position, attempts: 1, waiting: 0, failed: 0 });

      sink.answer(path, null);
      await ask("UPDATE destinations SET is_on = true, off_reason = NULL WHERE id = $1", [id]);
      await ask("SELECT pg_notify($1, $2)", [DESTINATIONS_CHANNEL, id]);
      await expect.poll(async () => (await keptOf(id)).delivered).toBe(5);
      expect(new Set(sink.received(path).map((received) => received.id)).size).toBe(5);
    },
  );

  test("whose address Keeper does not send to is turned off without a request", async () => {
    const store = await newStore();
    const id = await newDestination(store, "http://192.168.7.7/");
    await receive(arrivals(store, 2));
    forwarding();
    const reason = async () =>
      (await ask("SELECT off_reason FROM destinations WHERE id = $1", [id])).rows[0] as unknown;
    await expect.poll(reason).toEqual({ off_reason: "refused" });
    expect(await keptOf(id)).toMatchObject({ delivered: 0, waiting: 0, failed: 0 });
  });
});

describe("an event that cannot be sent, or whose answer cannot be kept, is given up, and the others arrive", () => {
  /** All but the numbers, in order of arrival. */
  const rowsOf = async (table: "deliveries" | "delivery_retries", id: string) =>
    (
      await ask(
        `SELECT hash, outcome, failure FROM ${table} WHERE destination_id = $1 AND outcome <> 'delivered' ORDER BY seq`,
        [id],
      )
    ).rows as unknown;

  test("when its stored row is damaged, although the order is strict", async () => {
    const store = await newStore();
    const id = await newDestination(store, sink.url("/damaged"), { order: "strict", payload: "cloudevents" });
    await receive(arrivals(store, 3));
    // A time that no clock shows: neither a request nor a row can be made of it.
    await ask(
      `INSERT INTO events (store_hash, occurred_at, hash, scope, body, headers, proof, flags, arrivals,
         first_arrived_at, last_arrived_at, is_test, is_demo)
       VALUES ($1, 'infinity', 'damaged', 'store/order/created', '{}', '{}', 'both', '{}', 1, now(), now(), false, false)`,
      [store],
    );
    await receive(arrivals(store, 3));
    forwarding();
    await expect.poll(async () => (await keptOf(id)).position).toBe((await newestSeqs(store, 1))[0]);
    expect(await keptOf(id)).toMatchObject({ delivered: 6, waiting: 0, failed: 1, attempts: 7 });
    expect(await rowsOf("delivery_retries", id)).toEqual([
      { hash: "damaged", outcome: "broken", failure: "NOT_KEPT" },
    ]);
  });

  test("when PostgreSQL refuses what it answered, or all of it", async () => {
    const stores = [await newStore(), await newStore()] as const;
    const [id, other] = [
      await newDestination(stores[0], sink.url("/refused"), { concurrency: 20 }),
      await newDestination(stores[1], sink.url("/beside"), { concurrency: 20 }),
    ];
    const events = arrivals(stores[0], 40);
    const [odd, none] = [events[7]?.hash ?? "", events[23]?.hash ?? ""];
    await ask("ALTER TABLE deliveries ADD CONSTRAINT short CHECK (answer <> 'much') NOT VALID");
    await ask(`ALTER TABLE deliveries ADD CONSTRAINT none CHECK (hash <> '${none}') NOT VALID`);
    onTestFinished(() => void ask("ALTER TABLE deliveries DROP CONSTRAINT short, DROP CONSTRAINT none"));
    const oddId = idOf(events[7] as Arrival);
    sink.answer("/refused", (received, response) =>
      response.writeHead(received.id === oddId ? 422 : 200).end("much"),
    );
    await receive(events);
    await receive(arrivals(stores[1], 40));
    forwarding();
    for (const [index, each] of [id, other].entries())
      await expect
        .poll(async () => (await keptOf(each)).position)
        .toBe((await newestSeqs(stores[index] ?? stores[0], 1))[0]);
    expect(await keptOf(other)).toMatchObject({ delivered: 40, attempts: 40 });
    expect(await keptOf(id)).toMatchObject({
      delivered: 38,
      waiting: 1,
      hours: { delivered: 38, failed: 1, givenUp: 0 },
    });
    const row = { hash: odd, outcome: "unwelcome", failure: "NOT_KEPT" };
    expect([await rowsOf("deliveries", id), await rowsOf("delivery_retries", id)]).toEqual([[row], [row]]);
  });
});

test("a destination whose state PostgreSQL refuses to keep holds up no other one", async () => {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/unkept"));
  const other = await newDestination(store, sink.url("/kept"));
  await ask("ALTER TABLE feeds ADD CONSTRAINT no_teapot CHECK (last_status <> 418) NOT VALID");
  onTestFinished(() => void ask("ALTER TABLE feeds DROP CONSTRAINT no_teapot"));
  sink.answer("/unkept", (_, response) => response.writeHead(418).end());
  await receive(arrivals(store, 40));
  forwarding();
  await expect.poll(async () => (await keptOf(other)).position).toBe((await newestSeqs(store, 1))[0]);
  expect(await keptOf(other)).toMatchObject({ delivered: 40, hours: { delivered: 40 } });
  // Until its claim runs out, nothing more is sent to it.
  expect(sink.received("/unkept").length).toBeLessThanOrEqual(20);
  expect(await keptOf(id)).toMatchObject({ attempts: 0, waiting: 0 });
});

test("destinations that never answer keep no one else waiting", async () => {
  const [hanging, well] = [await newStore(), await newStore()];
  await newDestination(hanging, sink.url("/beside-hanging"), { eventTypes: ["store/cart/created"] });
  const paths = Array.from({ length: 10 }, (_, index) => `/hangs-${index}`);
  for (const path of paths) {
    sink.answer(path, () => undefined);
    await newDestination(hanging, sink.url(path), { concurrency: 10 });
  }
  await newDestination(well, sink.url("/well"));
  await receive(arrivals(hanging, 50));
  forwarding();
  const hung = () => paths.reduce((sum, path) => sum + sink.received(path).length, 0);
  // Of the 100 that they would take: three quarters of what a store may have under way at once. The rest is for those of the
  // store that have nothing under way.
  await expect.poll(hung).toBeGreaterThanOrEqual(38);
  await receive(arrivals(hanging, 3, { scope: "store/cart/created" }));
  await expect.poll(() => sink.received("/beside-hanging").length).toBe(3);
  const beganMs = performance.now();
  await receive(arrivals(well, 100));
  await expect.poll(() => sink.received("/well").length).toBe(100);
  expect(performance.now() - beganMs).toBeLessThan(10_000);
  expect(hung()).toBeLessThanOrEqual(38 + paths.length);
});

test("an event that is not welcome is given up after three attempts, until a person sends it again", async () => {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/unwelcome"));
  sink.answer("/unwelcome", (_, response) => response.writeHead(422).end("no such order"));
  const events = arrivals(store, 1);
  await receive(events);
  forwarding(hurried(600));
  await expect.poll(async () => (await keptOf(id)).failed).toBe(1);
  expect(await keptOf(id)).toMatchObject({ attempts: 3, hours: { delivered: 0, failed: 3, givenUp: 1 } });
  expect(sink.received("/unwelcome").map(({ headers }) => headers["x-webhook-keeper-attempt"])).toEqual([
    "1",
    "2",
    "3",
  ]);

  sink.answer("/unwelcome", null);
  await ask("UPDATE delivery_retries SET state = 'waiting', next_at = now() WHERE destination_id = $1", [id]);
  await ask("SELECT pg_notify($1, $2)", [DESTINATIONS_CHANNEL, id]);
  await expect.poll(async () => (await keptOf(id)).delivered).toBe(1);
  expect(await keptOf(id)).toMatchObject({ attempts: 4, waiting: 0, failed: 0 });
  expect(new Set(sink.received("/unwelcome").map((received) => received.id))).toEqual(
    new Set(events.map(idOf)),
  );
});

test("a retry that a person dismisses is not sent, nor again when it was under way", async () => {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/dismissed"));
  const asked: (() => void)[] = [];
  sink.answer("/dismissed", (_, response) => asked.push(() => response.writeHead(500).end()));
  await receive(arrivals(store, 1));
  // A retry comes at once, and the one after it within two seconds.
  forwarding(hurried(200));
  const dismiss = async () => {
    await ask("UPDATE delivery_retries SET state = 'dismissed', next_at = NULL WHERE destination_id = $1", [
      id,
    ]);
    await ask("SELECT pg_notify($1, $2)", [DESTINATIONS_CHANNEL, id]);
  };
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.();
  await expect.poll(() => asked.length).toBe(2);
  await dismiss();
  await pause(500);
  asked[1]?.();
  await expect.poll(async () => (await keptOf(id)).attempts).toBe(2);
  await pause(2_200);
  expect(asked).toHaveLength(2);
  expect(await keptOf(id)).toMatchObject({ waiting: 0, failed: 0 });
});

describe("in order", () => {
  /** Fails one event in eleven once. */
  const failsOnce = (path: string) => {
    const failed = new Set<string>();
    sink.answer(path, ({ id, body }, response) => {
      const number = numbersOf([{ body } as Received])[0]?.number ?? 0;
      const fails = number % 11 === 3 && !failed.has(id);
      failed.add(id);
      response.writeHead(fails ? 500 : 200).end();
    });
    return () => {
      const seen = new Set<string>();
      return sink.received(path).filter(({ id, body }) => {
        const number = numbersOf([{ body } as Received])[0]?.number ?? 0;
        const isFailure = number % 11 === 3 && !seen.has(id);
        seen.add(id);
        return !isFailure;
      });
    };
  };

  test.each(["thing", "strict"] as const)("by %s, also when one in eleven fails first", async (order) => {
    const [store, count, path] = [await newStore(), order === "thing" ? 400 : 60, `/order-${order}`];
    const id = await newDestination(store, sink.url(path), { order, concurrency: 20 });
    const delivered = failsOnce(path);
    forwarding(hurried(100));
    await receive(about(store, 10, count), 100);
    await expect.poll(async () => (await keptOf(id)).delivered, { timeout: 30_000 }).toBe(count);
    const numbers = numbersOf(delivered());
    const lines =
      order === "strict"
        ? [numbers]
        : Array.from({ length: 10 }, (_, product) => numbers.filter((each) => each.product === product));
    for (const line of lines) expect(line).toEqual(line.toSorted((a, b) => a.number - b.number));
    expect(numbers).toHaveLength(count);
    await expect.poll(async () => (await keptOf(id)).position).toBe((await newestSeqs(store, 1))[0]);
  });

  test("the position passes what waits behind a retry, since it is written down", async () => {
    const store = await newStore();
    const id = await newDestination(store, sink.url("/held"), { order: "thing" });
    let isDown = true;
    sink.answer("/held", ({ body }, response) =>
      response.writeHead(isDown && numbersOf([{ body } as Received])[0]?.product === 0 ? 500 : 200).end(),
    );
    await receive(about(store, 2, 10));
    const first = forwarding();
    await expect.poll(async () => (await keptOf(id)).position).toBe((await newestSeqs(store, 1))[0]);
    expect(await keptOf(id)).toMatchObject({ delivered: 5, waiting: 5, attempts: 6 });
    await first.stop();
    isDown = false;
    forwarding(hurried(20));
    await expect.poll(async () => (await keptOf(id)).delivered).toBe(10);
    const numbers = numbersOf(sink.received("/held")).filter(({ product }) => product === 0);
    expect(numbers.slice(1).map(({ number }) => number)).toEqual([0, 2, 4, 6, 8]);
    expect(await keptOf(id)).toMatchObject({ waiting: 0, attempts: 11 });
  });
});

test("of 2,000 updates of 50 products in ten seconds the newest arrive, by 150 requests at most", async () => {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/latest"), { isLatestOnly: true, concurrency: 10 });
  const events = about(store, 50, 2_000);
  forwarding(hurried(5));
  for (let from = 0; from < 2_000; from += 100) {
    await receive(events.slice(from, from + 100));
    await pause(80);
  }
  const counts = async () => {
    const { hours } = await keptOf(id);
    return hours.delivered + hours.skipped;
  };
  await expect.poll(counts, { timeout: 30_000 }).toBe(2_000);
  const received = sink.received("/latest");
  expect(received.length).toBeLessThanOrEqual(150);
  for (let product = 0; product < 50; product++) {
    const numbers = numbersOf(received).filter((each) => each.product === product);
    expect(numbers.at(-1)?.number).toBe(1_950 + product);
  }
  const skipped = received.map(({ headers }) => Number(headers["x-webhook-keeper-skipped"] ?? 0));
  expect(skipped.reduce((sum, each) => sum + each, 0) + received.length).toBe(2_000);
});

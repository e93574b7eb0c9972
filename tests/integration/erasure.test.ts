import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { auditPage } from "#lib/features/audit/audit.ts";
import type { ErasureTarget } from "#lib/contract/privacy.ts";
import { database } from "#lib/platform/db/client.ts";
import { withEnrichmentLock } from "#lib/features/stores/locks.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import type { StoreHash } from "#lib/ids.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { BATCH_ROWS } from "#lib/features/privacy/batches.ts";
import { eraseWhatCameAgain, MAY_COME_MS } from "#lib/features/privacy/erasure/repeats.ts";
import { previewErasure, startErasure } from "#lib/features/privacy/erasure/erasures.ts";
import { newestErasure } from "#lib/features/privacy/erasure/records.ts";
import { workOnErasures } from "#lib/features/privacy/erasure/work.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  accessOf,
  eventAbout,
  expectExactHours,
  keepState,
  privateStore,
  receive,
} from "#tests/support/privacy.ts";

useDatabase();

const NOW = new Date("2026-11-25T12:00:00.000Z");
const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);
const clock = () => NOW;
const PRODUCT = { type: "product", id: "7" };

let count = 0;
let store: StoreHash;
let other: StoreHash;

beforeAll(() => ensurePartitions(hoursAgo(240), NOW));
beforeEach(async () => {
  await database().pool.query("TRUNCATE events, event_hours, deliveries; DELETE FROM stores");
  store = await privateStore(`erase${count++}`, NOW);
  other = await privateStore(`other${count++}`, NOW);
});

async function ask(target: ErasureTarget): Promise<void> {
  await startErasure(accessOf(store), target, NOW);
}
const work = (signal?: AbortSignal) => workOnErasures(store, { clock, signal });
const events = (of: StoreHash, { type, id }: ErasureTarget) =>
  database().prisma.event.count({ where: { storeHash: of, resourceType: type, resourceId: id } });
const states = async (of: StoreHash) =>
  (await database().prisma.snapshot.findMany({ where: { storeHash: of }, orderBy: { id: "asc" } })).map(
    ({ type, resourceId }) => `${type} ${resourceId}`,
  );
const history = async () => (await auditPage(store, { limit: 20 })).entries;

describe("an erasure", () => {
  test("takes every event and state of one thing in one store, and nothing else", async () => {
    const mine = Array.from({ length: 40 }, (_, index) => ({
      ...eventAbout(store, "product", "7", hoursAgo(index * 5)),
      isTest: index % 9 === 0,
    }));
    const beside = [
      eventAbout(store, "product", "77", hoursAgo(1)),
      eventAbout(store, "order", "7", hoursAgo(1)),
      eventAbout(other, "product", "7", hoursAgo(1)),
    ];
    await receive([...mine, ...mine.slice(0, 10), ...beside]);
    for (const each of [store, other])
      await keepState(each, { ...PRODUCT, body: { price: 10 } }, hoursAgo(1));
    await keepState(store, { type: "product", id: "77", body: { price: 11 } }, hoursAgo(1));
    expect(await previewErasure(accessOf(store), PRODUCT, NOW)).toEqual({ events: 40, states: 1 });

    await ask(PRODUCT);
    await work();
    expect(await events(store, PRODUCT)).toBe(0);
    expect(await database().prisma.event.count()).toBe(beside.length);
    await expectExactHours();
    expect(await states(store)).toEqual(["product 77"]);
    expect(await states(other)).toEqual(["product 7"]);
    expect(await database().prisma.resource.count({ where: { storeHash: store, ...PRODUCT } })).toBe(0);
    expect(await newestErasure(store)).toMatchObject({ events: 40, states: 1, endedAt: NOW });
  });

  test("takes what destinations answered to its events, and what waits for them", async () => {
    const [mine, beside] = [
      eventAbout(store, "product", "7", hoursAgo(1)),
      eventAbout(store, "order", "7", hoursAgo(1)),
    ];
    await receive([mine, beside]);
    const destination = {
      id: "d",
      storeHash: store,
      name: "Sink",
      kind: "http",
      settings: {},
      createdAt: NOW,
    };
    await database().prisma.destination.create({
      data: { ...destination, urlSealed: "", secretsSealed: "" },
    });
    for (const { hash, seq } of await database().prisma.event.findMany()) {
      const place = {
        destinationId: "d",
        storeHash: store,
        hash,
        seq,
        occurredAt: hoursAgo(1),
        scope: "s",
        outcome: "ill",
      };
      await database().prisma.deliveryRetry.create({
        data: { ...place, state: "waiting", attempts: 1, firstAt: NOW, lastAt: NOW },
      });
      // Of a destination that was removed, too.
      for (const destinationId of ["d", "removed"])
        await database().prisma.delivery.create({
          data: { ...place, destinationId, at: NOW, attempt: 1, tookMs: 1, answer: "Ana Example" },
        });
    }
    await ask(PRODUCT);
    await work();
    const kept = await database().prisma.delivery.findMany({ where: { answer: { not: null } } });
    expect(kept.map(({ hash }) => hash)).toEqual([beside.hash, beside.hash]);
    expect(await database().prisma.delivery.count()).toBe(4);
    expect(await database().prisma.deliveryRetry.findMany()).toMatchObject([{ hash: beside.hash }]);
  });

  test("says what was done, and not whose it was", async () => {
    await receive([eventAbout(store, "customer", "4711", hoursAgo(1))]);
    await ask({ type: "customer", id: "4711" });
    await work();
    const [entry, ...more] = await history();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      action: "data_erased",
      actor: { email: "owner@example.com" },
      reason: "1 event about one customer.",
    });
    const kept = JSON.stringify([await history(), { ...(await newestErasure(store)), id: 0 }], (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(kept).not.toContain("4711");
  });

  test("of a customer takes what their orders told of them, too", async () => {
    await keepState(store, { type: "customer", id: "17", body: { email: "ana@example.com" } }, NOW);
    await keepState(store, { type: "order", id: "100", body: { customer_id: 17 } }, NOW);
    await keepState(store, { type: "order", id: "101", body: { customer_id: 170 } }, NOW);
    await keepState(other, { type: "order", id: "100", body: { customer_id: 17 } }, NOW);
    await ask({ type: "customer", id: "17" });
    await work();
    expect(await states(store)).toEqual(["order 101"]);
    expect(await states(other)).toEqual(["order 100"]);
  });

  test("goes on where a killed worker stopped, and counts nothing twice", async () => {
    const total = BATCH_ROWS * 2 + 100;
    await receive(
      Array.from({ length: total }, (_, index) => eventAbout(store, "product", "7", hoursAgo(index % 200))),
    );
    await ask(PRODUCT);
    const stop = new AbortController();
    let asked = 0;
    const dying = workOnErasures(store, {
      clock: () => {
        // The clock is asked once in the beginning and once for each batch.
        if (asked++ === 1) stop.abort(new Error("killed"));
        return NOW;
      },
      signal: stop.signal,
    });
    await expect(dying).rejects.toThrow("killed");
    expect(await newestErasure(store)).toMatchObject({ events: BATCH_ROWS, endedAt: null });
    expect(await events(store, PRODUCT)).toBe(total - BATCH_ROWS);
    await expectExactHours();

    await Promise.all([work(), work()]);
    expect(await newestErasure(store)).toMatchObject({ events: total, endedAt: NOW });
    await expectExactHours();
  });

  test("is taken on at once by a worker that starts", async () => {
    await receive([eventAbout(store, "product", "7", hoursAgo(24))]);
    await ask(PRODUCT);
    // As if its job was still locked by a worker that was killed.
    await database().prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    const worker = await startWorker();
    onTestFinished(() => worker.stop());
    await expect.poll(async () => (await newestErasure(store))?.endedAt, { timeout: 10_000 }).not.toBeNull();
    expect(await events(store, PRODUCT)).toBe(0);
  });

  test("leaves what comes in after it was asked for", async () => {
    const after = new Date(NOW.getTime() + 1);
    await receive([eventAbout(store, "product", "7", hoursAgo(1))]);
    await ask(PRODUCT);
    await receive([{ ...eventAbout(store, "product", "7", NOW), arrivedAt: after }]);
    await work();
    expect(await events(store, PRODUCT)).toBe(1);
  });

  test("waits for a reading that would write down what it erased", async () => {
    await receive([eventAbout(store, "product", "7", hoursAgo(1))]);
    await ask(PRODUCT);
    let working: Promise<void> | undefined;
    await withEnrichmentLock(store, async () => {
      working = work();
      await expect.poll(() => events(store, PRODUCT)).toBe(0);
      await keepState(store, { ...PRODUCT, body: { price: 10 } }, NOW);
    });
    await working;
    expect(await states(store)).toEqual([]);
  });

  test("is the owner's, of what is there, and one at a time", async () => {
    await receive([eventAbout(store, "product", "7", hoursAgo(1))]);
    const staff = accessOf(store, { isOwner: false });
    await expect(previewErasure(staff, PRODUCT, NOW)).rejects.toMatchObject({ code: "OWNER_ONLY" });
    await expect(startErasure(staff, PRODUCT, NOW)).rejects.toMatchObject({ code: "OWNER_ONLY" });
    await expect(startErasure(accessOf(store), { type: "product", id: "8" }, NOW)).rejects.toMatchObject({
      code: "NOTHING_TO_ERASE",
    });
    await ask(PRODUCT);
    await expect(startErasure(accessOf(store), PRODUCT, NOW)).rejects.toMatchObject({
      code: "ERASURE_UNDER_WAY",
    });
  });
});

describe("a copy of an erased event", () => {
  test("that comes again is erased again, and the history tells", async () => {
    const [late, ...others] = [0, 10, 49].map((hours) => eventAbout(store, "product", "7", hoursAgo(hours)));
    const old = eventAbout(store, "product", "7", hoursAgo(51));
    if (!late) throw new Error("no event");
    await receive([late, ...others, old]);
    await ask(PRODUCT);
    await work();
    expect(await eraseWhatCameAgain({ clock })).toBe(true);
    expect(await history()).toHaveLength(1);

    const beside = eventAbout(store, "product", "8", late.occurredAt ?? NOW);
    await receive([late, late, ...others, beside]);
    expect(await events(store, PRODUCT)).toBe(3);
    await eraseWhatCameAgain({ clock });
    expect(await events(store, PRODUCT)).toBe(0);
    expect(await events(store, { type: "product", id: "8" })).toBe(1);
    await expectExactHours();
    expect(await newestErasure(store)).toMatchObject({ events: 4, cameAgain: 3 });
    const [entry] = await history();
    expect(entry).toMatchObject({
      action: "data_erased_again",
      actor: null,
      reason: "BigCommerce sent 3 erased events about one product again.",
    });
  });

  test("cannot come after 50 hours, and nothing is kept to know it by", async () => {
    await receive([eventAbout(store, "product", "7", NOW)]);
    await ask(PRODUCT);
    await work();
    expect(await database().prisma.erasedEvent.count()).toBe(1);
    const later = new Date(NOW.getTime() + MAY_COME_MS + 1);
    expect(await eraseWhatCameAgain({ clock: () => later })).toBe(false);
    expect(await database().prisma.erasedEvent.count()).toBe(0);
  });
});

import { beforeEach, expect, test } from "vitest";
import { StoreHash } from "#lib/ids.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { latestArrival } from "#lib/features/events/list.records.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { tellSource } from "#lib/features/subscriptions/source-events.ts";
import { useApp } from "#tests/support/app.ts";
import { useDatabase } from "#tests/support/database.ts";
import { forwarding, newDestination, stopForwarders } from "#tests/support/forwarding.ts";
import { useHooks } from "#tests/support/hooks.ts";
import { useSink } from "#tests/support/sink.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);
const sink = useSink();

const ORDER = "store/order/created";
const patience = { timeoutMs: 2_000, waitMsMax: 0 };
const EVERYTHING = { limit: 50 };

let store: SimulatedStore;
let hash: StoreHash;

beforeEach(async () => {
  store = app.newStore();
  await app.install(store);
  hash = StoreHash.parse(store.hash);
  await ensurePartitions(new Date(), new Date());
  await keep();
});

const keep = () => reconcileStore(hash, { by: "keeper", now: new Date(), patience });
const turnOff = () => hooks.change(hooks.only(hash, ORDER), { status: "deactivated" });
const logged = async () =>
  (await eventPage(hash, EVERYTHING, 30, new Date())).events.map(({ scope, summary, proof }) => ({
    scope,
    summary,
    proof,
  }));

test("a receiver that asks for it is told once when its source was blind, and until when", async () => {
  await newDestination(hash, sink.url("/source"), {
    eventTypes: ["store/customer/created"],
    filter: { type: "none" },
    takesSourceEvents: true,
  });
  await newDestination(hash, sink.url("/events"), { eventTypes: ["*"] });
  await turnOff();
  await keep();
  await keep();
  forwarding();
  await expect.poll(() => sink.received("/source").length, { timeout: 10_000 }).toBe(3);
  await stopForwarders();
  expect(sink.received("/events")).toEqual([]);
  const bodies = sink.received("/source").map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  expect(bodies.map(({ scope }) => String(scope)).toSorted((one, other) => one.localeCompare(other))).toEqual(
    ["keeper.gap.closed", "keeper.gap.found", "keeper.hook.off"],
  );
  const closed = bodies.find(({ scope }) => scope === "keeper.gap.closed");
  expect(closed).toMatchObject({
    producer: `stores/${hash}`,
    data: { type: "webhook", id: ORDER, from: expect.any(String), to: expect.any(String) },
  });

  expect(await logged()).toContainEqual({
    scope: "keeper.gap.found",
    summary: "Order created: events may be missing",
    proof: "keeper",
  });
  expect(await logged()).toHaveLength(3);
  // It shows nothing about BigCommerce.
  expect(await latestArrival(hash, new Date(0))).toBeNull();
});

test("what is told again after a check that ended half way is there once", async () => {
  await newDestination(hash, sink.url("/again"), { takesSourceEvents: true });
  const from = new Date(Date.now() - 60_000);
  const news = (to: Date | null) =>
    [{ scope: to ? "keeper.gap.closed" : "keeper.gap.found", about: ORDER, from, to }] as const;
  for (const seconds of [0, 1, 2]) {
    const now = new Date(Date.now() + seconds * 1_000);
    await tellSource(hash, news(null), now);
    await tellSource(hash, news(now), now);
  }
  expect(await logged()).toHaveLength(2);
});

test("nothing is told of the source where no destination takes it", async () => {
  await newDestination(hash, sink.url("/none"));
  await turnOff();
  await keep();
  expect(await logged()).toEqual([]);
});

import { Webhook } from "standardwebhooks";
import { afterEach, expect, test } from "vitest";
import type { Access } from "#lib/access.ts";
import { uninstallStore } from "#lib/callbacks/uninstall.ts";
import { auditPage } from "#lib/features/audit/audit.ts";
import { DestinationInput } from "#lib/contract/destinations.ts";
import { changeDestination, makeDestination } from "#lib/features/destinations/change.ts";
import { openDestination } from "#lib/features/destinations/destinations.records.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { decideDeliveries } from "#lib/features/forwarding/again.ts";
import { deliveryPage } from "#lib/features/forwarding/deliveries-page.ts";
import { sendTest } from "#lib/features/forwarding/send-test.ts";
import { readDeliveryChart } from "#lib/screens/chart/delivery-chart.ts";
import { destinationView } from "#lib/features/forwarding/view.ts";
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

const person = {
  userId: "7",
  email: "ana@example.com",
  isOwner: true,
  mayChangeWebhooks: true,
  locale: null,
};
const owner = async (): Promise<Access> => ({
  storeHash: await newStore(),
  ...person,
  storeEpoch: 1,
  membershipEpoch: 1,
});

test("a test is sent once, marked and signed, on or off, and nothing of it is kept", async () => {
  const ana = await owner();
  const id = await newDestination(ana.storeHash, sink.url("/test"), { eventTypes: ["store/product/*"] });
  await changeDestination(ana, id, { isOn: false }, new Date());
  expect(await sendTest(ana, id, new Date())).toMatchObject({
    outcome: "delivered",
    status: 200,
    failure: null,
  });
  const [call] = sink.received("/test");
  expect(call?.headers["x-webhook-keeper-test"]).toBe("true");
  expect(call?.headers["x-webhook-keeper-event-type"]).toMatch(/^store\/product\//);
  const [key] = (await openDestination(id))?.secrets ?? [];
  const verified = new Webhook(key?.value ?? "").verify(
    call?.body ?? "",
    call?.headers as Record<string, string>,
  );
  expect(verified).toMatchObject({ producer: `stores/${ana.storeHash}`, data: { type: "product" } });

  sink.answer("/test", (_, response) => response.writeHead(401).end("Who are you?"));
  expect(await sendTest(ana, id, new Date())).toMatchObject({
    outcome: "ill",
    status: 401,
    answer: "Who are you?",
  });
  expect(await keptOf(id)).toMatchObject({ attempts: 0, waiting: 0, failed: 0 });
  await expect(sendTest({ ...ana, isOwner: false }, id, new Date())).rejects.toMatchObject({
    code: "OWNER_ONLY",
  });
  await expect(sendTest(await owner(), id, new Date())).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("whoever reads what Slack is sent reads it in the store owner's language, as alerts are", async () => {
  const ana = await owner();
  const input = {
    name: "Slack",
    kind: "slack",
    url: sink.url("/slack"),
    eventTypes: ["store/order/created"],
  };
  const { destination } = await makeDestination(ana, DestinationInput.parse(input), new Date());
  const said = async () => {
    await sendTest(ana, destination.id, new Date());
    return (JSON.parse(sink.received("/slack").at(-1)?.body ?? "") as { text: string }).text;
  };
  expect(await said()).toBe("Order 1023 was created");
  const { prisma } = database();
  await prisma.user.upsert({ where: { id: 7n }, create: { id: 7n, email: person.email }, update: {} });
  const membership = { storeHash: ana.storeHash, userId: 7n, isOwner: true, lastSeenAt: new Date() };
  await prisma.membership.create({ data: { ...membership, locale: "fr-FR" } });
  expect(await said()).toMatch(/^Commande 1023/);
});

test("what waits for a destination that is paused is tried at once when a person says so", async () => {
  const ana = await owner();
  const id = await newDestination(ana.storeHash, sink.url("/paused"), { order: "thing" });
  sink.answer("/paused", (_, response) => response.writeHead(503).end());
  await receive(arrivals(ana.storeHash, 12));
  forwarding();
  const kind = async () => {
    const feed = await database().prisma.feed.findUniqueOrThrow({ where: { destinationId: id } });
    return (feed.breaker as { kind?: string } | null)?.kind;
  };
  await expect.poll(kind, { timeout: 10_000 }).toBe("paused");
  // Some wait in rows for another attempt, and the rest in the log.
  const seen = async () => (await destinationView(ana, id, new Date())).waiting;
  await expect.poll(seen).toBe(12);
  const view = await destinationView(ana, id, new Date());
  expect(view).toMatchObject({ state: "ill", lastStatus: 503, failed: 0 });
  expect(Date.parse(view.nextAt ?? "")).toBeGreaterThan(Date.now() + 15_000);

  sink.answer("/paused", null);
  const { deliveries } = await deliveryPage(ana, id, { state: ["waiting"], limit: 1 });
  expect(await decideDeliveries(ana, id, "retry", { ids: deliveries.map((one) => one.id) }, new Date())).toBe(
    1,
  );
  await expect.poll(async () => (await keptOf(id)).delivered, { timeout: 10_000 }).toBeGreaterThanOrEqual(1);
});

test("what arrived is sent again when a person says so, under its id and marked, and what failed is found in the log", async () => {
  const ana = await owner();
  const id = await newDestination(ana.storeHash, sink.url("/resent"));
  await newDestination(ana.storeHash, sink.url("/taken"));
  const found = async (q?: string) => {
    const query = { status: "not_sent" as const, limit: 5, q };
    return (await eventPage(ana.storeHash, query, 30, new Date())).events.map((event) => event.id);
  };
  await receive(arrivals(ana.storeHash, 2));
  forwarding();
  await expect.poll(() => sink.received("/resent").length, { timeout: 10_000 }).toBe(2);
  expect(await found()).toEqual([]);
  sink.answer("/resent", (_, response) =>
    response.writeHead(422, { "webhook-delivery": "abort-message" }).end(),
  );
  await expect.poll(async () => (await keptOf(id)).delivered).toBe(2);
  const { deliveries } = await deliveryPage(ana, id, { state: ["delivered"], limit: 5 });
  const again = deliveries.slice(0, 1).map((one) => one.id);
  expect(await decideDeliveries(ana, id, "retry", { ids: again }, new Date())).toBe(1);
  await expect.poll(async () => (await keptOf(id)).failed, { timeout: 10_000 }).toBe(1);
  const calls = sink.received("/resent");
  const [first, second] = calls.filter((call) => call.id === deliveries[0]?.eventId);
  expect(calls).toHaveLength(3);
  expect(first?.headers["x-webhook-keeper-replay"]).toBeUndefined();
  expect(second?.headers["x-webhook-keeper-replay"]).toBe("true");
  expect(second?.body).toBe(first?.body);

  // The roll-up tells the same by the hour.
  for (const period of ["24h", "30d"] as const) {
    const { buckets } = await readDeliveryChart(ana.storeHash, id, { period }, new Date());
    const sum = (name: "delivered" | "failed") => buckets.reduce((all, bucket) => all + bucket[name], 0);
    expect({ count: buckets.length, delivered: sum("delivered"), failed: sum("failed") }).toEqual({
      count: period === "24h" ? 24 : 30,
      delivered: 2,
      failed: 1,
    });
  }

  expect(await found()).toEqual([second?.id]);
  const [order = ""] = /\d+/.exec(second?.body ?? "") ?? [];
  expect(await found(`order:${order}`)).toEqual([second?.id]);
  expect(await found(`order:${Number(order) + 10}`)).toEqual([]);
  const other = { status: "not_sent" as const, limit: 5 };
  expect((await eventPage(await newStore(), other, 30, new Date())).events).toEqual([]);
});

test("what is under way when a person says so is not sent a second time", async () => {
  const ana = await owner();
  const id = await newDestination(ana.storeHash, sink.url("/probed"), { order: "thing" });
  const held: (() => void)[] = [];
  let isBack = false;
  sink.answer("/probed", (_, response) => {
    if (isBack) held.push(() => response.end());
    else response.writeHead(503).end();
  });
  await receive(arrivals(ana.storeHash, 12));
  forwarding();
  const sentNow = async () => {
    const { deliveries } = await deliveryPage(ana, id, { state: ["waiting"], limit: 1 });
    await decideDeliveries(ana, id, "retry", { ids: deliveries.map((one) => one.id) }, new Date());
  };
  const kind = async () => {
    const feed = await database().prisma.feed.findUniqueOrThrow({ where: { destinationId: id } });
    return (feed.breaker as { kind?: string } | null)?.kind;
  };
  await expect.poll(kind, { timeout: 10_000 }).toBe("paused");
  isBack = true;
  const before = sink.received("/probed").length;
  await sentNow();
  await expect.poll(() => held.length, { timeout: 10_000 }).toBe(1);
  // Again and again, while the one event that is tried waits for its answer.
  for (const _ of [1, 2]) {
    await sentNow();
    const taken = async () =>
      (await database().prisma.feed.findUniqueOrThrow({ where: { destinationId: id } })).askedAt;
    await expect.poll(taken).toBeNull();
  }
  isBack = false;
  sink.answer("/probed", null);
  held[0]?.();
  await expect.poll(async () => (await keptOf(id)).delivered, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
  const ids = sink
    .received("/probed")
    .slice(before)
    .map((received) => received.id);
  expect(ids.length).toBeGreaterThanOrEqual(2);
  expect(new Set(ids).size).toBe(ids.length);
});

test("that Keeper turned a destination off, and why, is in the activity log", async () => {
  const ana = await owner();
  const id = await newDestination(ana.storeHash, sink.url("/gone"));
  sink.answer("/gone", (_, response) => response.writeHead(410).end());
  await receive(arrivals(ana.storeHash, 1));
  forwarding();
  const entries = async () =>
    (await auditPage(ana.storeHash, { limit: 5 })).entries.map(({ action, actor, after, reason }) => ({
      action,
      actor,
      name: after?.name,
      reason,
    }));
  await expect.poll(entries, { timeout: 5_000 }).toContainEqual({
    action: "destination_turned_off",
    actor: null,
    name: "Sink",
    reason: "It answered that it no longer wants events.",
  });
  // What came within the last two seconds counts as on its way.
  expect(await destinationView(ana, id, new Date(Date.now() + 3_000))).toMatchObject({
    state: "off",
    offReason: "gone",
    offBy: null,
    waiting: 1,
  });
});

test("nothing is sent for a store that removed the app", async () => {
  const { storeHash } = await owner();
  const id = await newDestination(storeHash, sink.url("/removed"));
  forwarding();
  const ownerId = async () =>
    (await database().prisma.feed.findUniqueOrThrow({ where: { destinationId: id } })).ownerId;
  await expect.poll(ownerId).not.toBeNull();
  await uninstallStore(storeHash, new Date());
  await expect.poll(ownerId, { timeout: 2_000 }).toBeNull();
  await receive(arrivals(storeHash, 1));
  expect(sink.received("/removed")).toEqual([]);
});

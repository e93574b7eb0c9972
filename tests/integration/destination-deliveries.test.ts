import { describe, expect, test } from "vitest";
import type { Access } from "#lib/access.ts";
import { DestinationInput, type DestinationChange } from "#lib/contract/destinations.ts";
import { auditPage } from "#lib/features/audit/audit.ts";
import { changeDestination, makeDestination } from "#lib/features/destinations/change.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { decideDeliveries } from "#lib/features/forwarding/again.ts";
import { deliveryPage } from "#lib/features/forwarding/deliveries-page.ts";
import { eventDeliveries } from "#lib/features/forwarding/event-deliveries.ts";
import { destinationView, destinationViews } from "#lib/features/forwarding/view.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import { hourOf } from "#lib/time.ts";
import { useDatabase } from "#tests/support/database.ts";
import { askedWhileWritten } from "#tests/support/held-table.ts";

useDatabase();

const NOW = new Date();
const seconds = (count: number) => new Date(NOW.getTime() + count * 1_000);
const ALL: DestinationChange = {};

async function owner(hash: string): Promise<Access> {
  await database().prisma.store.create({
    data: { hash, scopes: [], installedAt: NOW, webhookSecretSealed: "sealed" },
  });
  const person = {
    userId: "7",
    email: "ana@example.com",
    isOwner: true,
    mayChangeWebhooks: true,
    locale: null,
  };
  return { storeHash: StoreHash.parse(hash), ...person, storeEpoch: 1, membershipEpoch: 1 };
}
async function made(ana: Access, name: string, change = ALL, now = seconds(-100)) {
  const input = {
    name,
    url: "https://hooks.example.com/private-path",
    eventTypes: ["store/order/*"],
    ...change,
  };
  return (await makeDestination(ana, DestinationInput.parse(input), now)).destination;
}

interface Arrived {
  seq: bigint;
  occurredAt: Date;
  hash: string;
  scope: string;
}
async function arrived({ storeHash }: Access, scope: string, at: Date, isTest = false): Promise<Arrived> {
  const { rows } = await database().pool.query<{ seq: string; hash: string }>(
    `INSERT INTO events (store_hash, occurred_at, hash, scope, resource_type, resource_id, body, headers, proof,
       first_arrived_at, last_arrived_at, is_test)
     VALUES ($1, $2, gen_random_uuid()::text, $3, 'order', '7', '{"data":{"type":"order","id":7}}', '{}', 'both', $2, $2, $4)
     RETURNING seq, hash`,
    [storeHash, at, scope, isTest],
  );
  const [row] = rows;
  return { seq: BigInt(row?.seq ?? 0), hash: row?.hash ?? "", occurredAt: at, scope };
}
type Place = Arrived & { destinationId: string; storeHash: StoreHash };
const tried = (place: Place, attempt: number, outcome: string, more: object = {}) =>
  database().prisma.delivery.create({
    data: { ...place, attempt, outcome, at: seconds(attempt), tookMs: 12, ...more },
  });
const open = (place: Place, state: string, more: object = {}) =>
  database().prisma.deliveryRetry.create({
    data: {
      ...place,
      thing: "order 7",
      state,
      attempts: 3,
      firstAt: NOW,
      lastAt: seconds(3),
      outcome: "ill",
      ...more,
    },
  });
const states = async (ana: Access, id: string, change: object = {}) =>
  (await deliveryPage(ana, id, { limit: 50, ...change })).deliveries.map(({ id: one, state }) => [
    BigInt(one),
    state,
  ]);

test("only what is neither delivered nor on its way nor left out waits", async () => {
  const ana = await owner("behind");
  const plain = await made(ana, "Plain");
  await made(ana, "Choosy", { filter: { "payload.data.id": 8 } });
  const waitingAt = async (now: Date) =>
    (await destinationViews(ana, now)).map(({ name, waiting }) => [name, waiting]);
  const sent = await arrived(ana, "store/order/created", seconds(-50));
  await arrived(ana, "store/order/updated", seconds(-1));
  // Above the position, which follows a minute later.
  await tried({ ...sent, storeHash: ana.storeHash, destinationId: plain.id }, 1, "delivered");
  expect(await waitingAt(NOW)).toEqual([
    ["Choosy", 0],
    ["Plain", 0],
  ]);
  expect(await waitingAt(seconds(5))).toEqual([
    ["Choosy", 0],
    ["Plain", 1],
  ]);
  // What a filter left out would be passed by then: the worker is behind.
  expect(await waitingAt(seconds(90))).toEqual([
    ["Choosy", 2],
    ["Plain", 1],
  ]);
});

test("a destination is shown as it is, to the owner and to others, and no other store's", async () => {
  const [ana, ben] = [await owner("shown"), await owner("elsewhere")];
  const headers = { "x-tenant": "private-value" };
  const { id } = await made(ana, "Warehouse", { headers });
  await made(ben, "Elsewhere");
  const [view, ...others] = await destinationViews(ana, NOW);
  expect(others).toEqual([]);
  expect(view).toMatchObject({
    url: "https://hooks.example.com/private-path",
    headerNames: ["x-tenant"],
    auth: "none",
    secrets: [{ until: null }],
    state: "new",
    waiting: 0,
    waitingSince: null,
  });
  const asStaff = await destinationView({ ...ana, isOwner: false }, id, NOW);
  expect(asStaff.url).toBe("https://hooks.example.com");
  expect(JSON.stringify([asStaff, view])).not.toMatch(/whsec_|private-value/);
  await expect(destinationView(ben, id, NOW)).rejects.toMatchObject({ code: "NOT_FOUND" });

  const old = await arrived(ana, "store/order/created", seconds(-90));
  await arrived(ana, "store/product/updated", seconds(-80));
  await arrived(ana, "store/order/updated", seconds(-3));
  await arrived(ana, "store/order/created", seconds(-3), true);
  const place = { ...old, destinationId: id, storeHash: ana.storeHash };
  await open(place, "waiting", { nextAt: seconds(30) });
  await open({ ...place, seq: 1_000_000n }, "failed");
  await database().prisma.deliveryHour.createMany({
    data: [
      { destinationId: id, hour: hourOf(NOW), delivered: 5 },
      { destinationId: id, hour: hourOf(seconds(-90_000)), delivered: 7 },
    ],
  });
  await database().prisma.feed.update({
    where: { destinationId: id },
    data: { positionSeq: old.seq, illSince: seconds(-60), lastStatus: 503, lastFailure: "RECEIVER_FAILED" },
  });
  expect(await destinationView(ana, id, NOW)).toMatchObject({
    state: "ill",
    since: seconds(-60).toISOString(),
    nextAt: seconds(30).toISOString(),
    lastStatus: 503,
    lastFailure: "RECEIVER_FAILED",
    delivered: 5,
    waiting: 2,
    waitingSince: old.occurredAt.toISOString(),
    failed: 1,
  });
  await changeDestination(ana, id, { isOn: false }, NOW);
  expect(await destinationView(ana, id, NOW)).toMatchObject({ state: "off", waiting: 2, nextAt: null });
  // What its worker has done by now counts no more, although the position follows a minute later.
  const [newest = 0n] = await newestSeqs(ana.storeHash, 1);
  await database().prisma.feed.update({ where: { destinationId: id }, data: { doneSeq: newest } });
  expect(await destinationView(ana, id, NOW)).toMatchObject({ waiting: 1 });
});

describe("deliveries", () => {
  test("are listed with their attempts, page by page, and decided by the owner", async () => {
    const ana = await owner("deliveries");
    const { id } = await made(ana, "Warehouse");
    const places: Place[] = [];
    for (let index = 0; index < 4; index++)
      places.push({
        ...(await arrived(ana, "store/order/created", seconds(-50 + index))),
        destinationId: id,
        storeHash: ana.storeHash,
      });
    const [taken, waits, gone, late] = places;
    if (!taken || !waits || !gone || !late) throw new Error("four events were made");
    await tried(taken, 1, "ill", {
      status: 500,
      failure: "RECEIVER_FAILED",
      answer: "Ana Example, 12 Sea Road",
    });
    await tried(taken, 2, "delivered", { status: 200 });
    await tried(late, 1, "delivered", { status: 200 });
    await tried(late, 9, "delivered", { status: 200 });
    await open(waits, "waiting", { nextAt: seconds(60), failure: "RECEIVER_FAILED", status: 500 });
    await open(gone, "failed", { lastAt: seconds(1) });

    const all = await deliveryPage(ana, id, { limit: 50 });
    expect(all.nextCursor).toBeNull();
    expect(all.deliveries.map((one) => [BigInt(one.id), one.state])).toEqual([
      [late.seq, "delivered"],
      [waits.seq, "waiting"],
      [taken.seq, "delivered"],
      [gone.seq, "failed"],
    ]);
    expect(all.deliveries[1]).toMatchObject({
      reason: "RECEIVER_FAILED",
      nextAt: seconds(60).toISOString(),
      attempts: 3,
    });
    // It is not tried before its destination is, and not at all while that is off.
    const nextAt = async () =>
      (await deliveryPage(ana, id, { limit: 50, state: ["waiting"] })).deliveries.map((one) => one.nextAt);
    await database().prisma.feed.update({ where: { destinationId: id }, data: { nextAt: seconds(90) } });
    expect(await nextAt()).toEqual([seconds(90).toISOString()]);
    await database().prisma.destination.update({ where: { id }, data: { isOn: false } });
    expect(await nextAt()).toEqual([null]);
    await database().prisma.destination.update({ where: { id }, data: { isOn: true } });
    await database().prisma.feed.update({ where: { destinationId: id }, data: { nextAt: null } });
    expect(all.deliveries[2]).toMatchObject({
      eventId: eventId(taken),
      title: "Order 7 was created",
      status: 200,
      attempts: 2,
      history: [
        { outcome: "delivered", answer: null },
        { outcome: "ill", answer: "Ana Example, 12 Sea Road" },
      ],
    });
    const staff = { ...ana, isOwner: false };
    expect(JSON.stringify(await deliveryPage(staff, id, { limit: 50 }))).not.toContain("Ana Example");
    await database().prisma.store.update({
      where: { hash: ana.storeHash },
      data: { staffSeePersonal: true },
    });
    expect(JSON.stringify(await deliveryPage(staff, id, { limit: 50 }))).toContain("Ana Example");

    const paged: bigint[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await deliveryPage(ana, id, { limit: 1, ...(cursor ? { cursor } : {}) });
      paged.push(...page.deliveries.map((one) => BigInt(one.id)));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual([late.seq, waits.seq, taken.seq, gone.seq]);
    expect(await states(ana, id, { state: ["failed", "waiting"] })).toEqual([
      [waits.seq, "waiting"],
      [gone.seq, "failed"],
    ]);
    await expect(deliveryPage(ana, id, { limit: 5, cursor: "none" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });

    const decide = (way: "retry" | "dismiss", selection: Parameters<typeof decideDeliveries>[3], by = ana) =>
      decideDeliveries(by, id, way, selection, NOW);
    await expect(decide("retry", { state: "failed" }, staff)).rejects.toMatchObject({ code: "OWNER_ONLY" });
    await expect(decide("retry", { state: "failed" }, await owner("stranger"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await decide("retry", { state: "failed" })).toBe(1);
    expect(await decide("retry", { state: "failed" })).toBe(0);
    const again = await database().prisma.deliveryRetry.findFirst({
      where: { destinationId: id, seq: gone.seq },
    });
    expect(again).toMatchObject({ state: "waiting", attempts: 0, nextAt: NOW });
    expect(await decide("dismiss", { ids: [String(gone.seq), "none"] })).toBe(1);
    // What arrived is sent once more when a person says so.
    expect(await decide("retry", { ids: [String(late.seq), String(waits.seq)] })).toBe(2);
    expect(await states(ana, id)).toEqual([
      [late.seq, "waiting"],
      [waits.seq, "waiting"],
      [taken.seq, "delivered"],
      [gone.seq, "dismissed"],
    ]);
    await changeDestination(ana, id, { isOn: false }, NOW);
    await expect(decide("retry", { ids: [String(waits.seq)] })).rejects.toMatchObject({
      code: "DESTINATION_OFF",
    });
    expect(await decide("dismiss", { ids: [String(waits.seq)] })).toBe(1);
    const { entries } = await auditPage(ana.storeHash, { limit: 5 });
    expect(entries.slice(2).map(({ action, after, reason }) => [action, after?.name, reason])).toEqual([
      ["deliveries_sent_again", "Warehouse", "2 events."],
      ["deliveries_dismissed", "Warehouse", "1 event."],
      ["deliveries_sent_again", "Warehouse", "1 event."],
    ]);
  });

  test("are told of an event: where it arrived, where it waits, and why it goes nowhere else", async () => {
    const ana = await owner("sentto");
    const before = await arrived(ana, "store/order/created", seconds(-300));
    const works = await made(ana, "A works");
    const waits = await made(ana, "B waits");
    const failed = await made(ana, "C failed");
    const off = await made(ana, "D off");
    const types = await made(ana, "E types", { eventTypes: ["store/product/*"] });
    const filter = await made(ana, "F filter", { filter: { "payload.data.id": 8 } });
    const latest = await made(ana, "G latest", { isLatestOnly: true });
    // The app may not read orders here, so that nothing more will be known of this one.
    await made(ana, "H changes", { filter: { "changes.status": { $exists: true } } });
    await arrived(ana, "store/order/updated", seconds(-40));
    const event = await arrived(ana, "store/order/created", seconds(-30));
    const test1 = await arrived(ana, "store/order/created", seconds(-20), true);
    const at = ({ id }: { id: string }): Place => ({ ...event, destinationId: id, storeHash: ana.storeHash });
    await tried(at(works), 1, "delivered", { status: 200 });
    await open(at(failed), "failed", { failure: "RECEIVER_REJECTED", status: 422 });
    await changeDestination(ana, off.id, { isOn: false }, NOW);
    await database().prisma.feed.updateMany({
      where: { destinationId: { in: [works, failed, filter, latest].map(({ id }) => id) } },
      data: { positionSeq: event.seq },
    });
    await database().prisma.feed.update({ where: { destinationId: waits.id }, data: { nextAt: seconds(9) } });
    const told = async (one: Arrived) =>
      (await eventDeliveries(ana.storeHash, eventId(one), NOW)).destinations.map(
        ({ name, state, reason, behind }) => [name.slice(0, 1), state, reason, behind],
      );
    expect(await told(event)).toEqual([
      ["A", "delivered", null, null],
      ["B", "waiting", null, 1],
      ["C", "failed", "RECEIVER_REJECTED", null],
      ["D", "waiting", "off", 1],
      ["E", "not_wanted", "type", null],
      ["F", "not_wanted", "filter", null],
      ["G", "not_wanted", "newer", null],
      ["H", "not_wanted", "filter", null],
    ]);
    expect((await told(before)).slice(0, 2)).toEqual([
      ["A", "not_wanted", "before", null],
      ["B", "not_wanted", "before", null],
    ]);
    expect((await told(test1))[1]).toEqual(["B", "not_wanted", "test", null]);
    await changeDestination(ana, off.id, { isOn: true, resumeFrom: "now" }, NOW);
    expect((await told(event))[3]).toEqual(["D", "not_wanted", "off", null]);
    expect(types.name).toBe("E types");
    const stranger = await owner("nobody");
    await expect(eventDeliveries(stranger.storeHash, eventId(event), NOW)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("what is sent while someone asks is not told as left out", async () => {
    const ana = await owner("asking");
    const { id } = await made(ana, "Warehouse");
    const event = await arrived(ana, "store/order/created", seconds(-30));
    const ask = () => eventDeliveries(ana.storeHash, eventId(event), NOW);
    const told = await askedWhileWritten("feeds", ask, async (transaction) => {
      await transaction.query(
        `INSERT INTO deliveries (destination_id, store_hash, seq, occurred_at, hash, scope, attempt, outcome, status, at, took_ms)
         VALUES ($1, $2, $3, $4, $5, $6, 1, 'delivered', 200, $7, 12)`,
        [id, ana.storeHash, event.seq, event.occurredAt, event.hash, event.scope, NOW],
      );
      await transaction.query("UPDATE feeds SET position_seq = $2 WHERE destination_id = $1", [
        id,
        event.seq,
      ]);
    });
    expect(told.destinations).toMatchObject([{ name: "Warehouse", state: "delivered", status: 200 }]);
  });
});

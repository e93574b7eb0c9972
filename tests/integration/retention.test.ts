import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { auditPage } from "#lib/features/audit/audit.ts";
import { sessionView } from "#lib/screens/session.ts";
import { database } from "#lib/platform/db/client.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { eventPage, openEvent } from "#lib/features/events/log.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import type { StoreHash } from "#lib/ids.ts";
import { BATCH_ROWS } from "#lib/features/privacy/batches.ts";
import { keepShorterRetentions } from "#lib/features/privacy/purge.ts";
import { changePrivacy, previewRetention, privacyView } from "#lib/features/privacy/privacy.ts";
import { storeKeptSince, storeRetentionDays } from "#lib/features/privacy/retention.ts";
import { readSettings } from "#lib/screens/settings.ts";
import { useDatabase } from "#tests/support/database.ts";
import { runDueJobs } from "#tests/support/jobs.ts";
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
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const clock = () => NOW;

let count = 0;
let store: StoreHash;
let other: StoreHash;

beforeAll(() => ensurePartitions(daysAgo(30), NOW));
beforeEach(async () => {
  await database().pool.query("TRUNCATE events, event_hours; DELETE FROM stores");
  store = await privateStore(`keep${count++}`, NOW);
  other = await privateStore(`other${count++}`, NOW);
});
afterEach(() => {
  vi.useRealTimers();
});

const keepFor = (days: number) => changePrivacy(accessOf(store), { retentionDays: days }, NOW);
const kept = (of: StoreHash) => database().prisma.event.count({ where: { storeHash: of } });

describe("a shorter retention", () => {
  const old = () => eventAbout(store, "order", "1", daysAgo(8));
  const oldestKept = () => eventAbout(store, "order", "2", new Date("2026-11-18T00:00:00.000Z"));
  const fresh = () => eventAbout(store, "order", "3", daysAgo(0));

  test("counts for reading at once, whatever is asked for", async () => {
    const gone = old();
    await receive([gone, oldestKept(), fresh()]);
    const id = eventId({ occurredAt: gone.occurredAt ?? NOW, hash: gone.hash });
    await expect(openEvent(store, id, await storeKeptSince(store, NOW))).resolves.toMatchObject({ id });
    expect((await readSettings(store, "1", NOW)).eventsKept.total).toBe(3);
    expect(await previewRetention(store, 7, NOW)).toEqual({ events: 1 });

    expect(await keepFor(7)).toMatchObject({ retentionDays: 7, retentionDaysMax: 30 });
    const read = async (from?: string) => {
      const days = await storeRetentionDays(store);
      return (await eventPage(store, { limit: 10, ...(from && { from }) }, days, NOW)).events.map(
        ({ resource }) => resource?.id,
      );
    };
    expect(await read()).toEqual(["3", "2"]);
    expect(await read("2026-11-01T00:00:00.000Z")).toEqual(["3", "2"]);
    await expect(openEvent(store, id, await storeKeptSince(store, NOW))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await readSettings(store, "1", NOW)).eventsKept).toMatchObject({ total: 2 });
    expect((await sessionView(accessOf(store), "en")).eventRetentionDays).toBe(7);
  });

  test("deletes what is older in this store alone, with its counts and states, and leaves the oldest kept day whole", async () => {
    const many = Array.from({ length: BATCH_ROWS + 200 }, (_, index) =>
      eventAbout(store, "order", String(index), daysAgo(8 + (index % 20))),
    );
    const beside = eventAbout(other, "order", "1", daysAgo(20));
    await receive([...many, ...many.slice(0, 50), oldestKept(), fresh(), beside]);
    await keepState(store, { type: "order", id: "1", body: { total: 1 } }, daysAgo(8));
    await keepState(store, { type: "order", id: "3", body: { total: 1 } }, NOW);
    await keepState(other, { type: "order", id: "1", body: { total: 1 } }, daysAgo(8));
    // Read a week ago and found the same today: it is what is known now.
    await keepState(store, { type: "order", id: "4", body: { total: 1 } }, daysAgo(9));
    await keepState(store, { type: "order", id: "4", body: { total: 2 } }, daysAgo(8));
    await database().prisma.snapshot.create({
      data: { storeHash: store, type: "order", resourceId: "4", fetchedAt: NOW, toSeq: 2n, outcome: "same" },
    });
    expect(await keepShorterRetentions(30, { clock })).toBe(true);
    expect(await kept(store)).toBe(many.length + 2);

    await keepFor(7);
    expect(await keepShorterRetentions(30, { clock })).toBe(true);
    expect([await kept(store), await kept(other)]).toEqual([2, 1]);
    await expectExactHours();
    const states = await database().prisma.snapshot.findMany({
      orderBy: [{ storeHash: "asc" }, { id: "asc" }],
    });
    expect(states.map((each) => [each.storeHash, each.resourceId, each.body])).toEqual([
      [store, "3", { total: 1 }],
      [store, "4", { total: 2 }],
      [store, "4", null],
      [other, "1", { total: 1 }],
    ]);
    const things = await database().prisma.resource.findMany({ where: { storeHash: store } });
    expect(things.map(({ id }) => id)).toEqual(["3"]);
  });

  test("is carried out right away by the queue, and what does not fit into a job's time by another", async () => {
    await receive([old(), fresh()]);
    await keepFor(7);
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
    await runDueJobs();
    expect(await kept(store)).toBe(1);

    await receive([old()]);
    expect(await keepShorterRetentions(30, { clock, until: NOW })).toBe(false);
    expect(await kept(store)).toBe(2);
  });

  test("never reaches beyond the operator's, and ends where the operator keeps less", async () => {
    await expect(keepFor(31)).rejects.toMatchObject({ code: "RETENTION_TOO_LONG" });
    await keepFor(7);
    await receive([eventAbout(store, "order", "1", daysAgo(5))]);
    // As if the operator kept everybody's for three days: whole days are dropped elsewhere.
    expect(await keepShorterRetentions(3, { clock })).toBe(true);
    expect(await kept(store)).toBe(1);
  });
});

describe("what the owner decides", () => {
  test("is told to everybody, changed by the owner alone, and written down", async () => {
    const staff = accessOf(store, { isOwner: false });
    for (const change of [{ staffSeePersonal: true }, { staffChangeWebhooks: false }, { retentionDays: 7 }])
      await expect(changePrivacy(staff, change, NOW)).rejects.toMatchObject({ code: "OWNER_ONLY" });
    expect(await privacyView(store)).toMatchObject({ staffSeePersonal: false, retentionDays: 30 });

    expect(await changePrivacy(accessOf(store), { staffSeePersonal: true }, NOW)).toMatchObject({
      staffSeePersonal: true,
    });
    await changePrivacy(accessOf(store), { staffSeePersonal: true }, NOW);
    await changePrivacy(accessOf(store), { staffChangeWebhooks: false }, NOW);
    expect(await privacyView(store)).toMatchObject({ staffChangeWebhooks: false });
    await changePrivacy(accessOf(store), { staffSeePersonal: false, retentionDays: 7 }, NOW);
    await keepFor(7);
    await keepFor(30);
    const { entries } = await auditPage(store, { limit: 20 });
    expect(entries.map(({ action, before, after }) => [action, before?.keptDays, after?.keptDays])).toEqual([
      ["retention_changed", 7, 30],
      ["retention_changed", 30, 7],
      ["personal_data_hidden", undefined, undefined],
      ["staff_changes_forbidden", undefined, undefined],
      ["personal_data_shown", undefined, undefined],
    ]);
    expect((await database().prisma.store.findUnique({ where: { hash: store } }))?.retentionDays).toBeNull();
  });
});

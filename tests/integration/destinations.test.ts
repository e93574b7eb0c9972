import { describe, expect, test } from "vitest";
import type { Access } from "#lib/access.ts";
import { DestinationInput } from "#lib/contract/destinations.ts";
import { DESTINATIONS_MAX } from "#lib/contract/values/destinations.ts";
import { auditPage } from "#lib/features/audit/audit.ts";
import {
  changeDestination,
  makeDestination,
  removeDestination,
  renewKey,
} from "#lib/features/destinations/change.ts";
import { destinationsOf, openDestination } from "#lib/features/destinations/destinations.records.ts";
import { turnOffByKeeper } from "#lib/features/destinations/turn-off.ts";
import { destinationView, destinationViews } from "#lib/features/forwarding/view.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { DESTINATIONS_CHANNEL } from "#lib/platform/db/channels.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const NOW = new Date("2026-11-30T12:00:00.000Z");
const URL = "https://hooks.example.com/private-path";

async function owner(hash: string): Promise<Access> {
  await database().prisma.store.create({
    data: { hash, scopes: [], installedAt: NOW, webhookSecretSealed: "sealed" },
  });
  const storeHash = StoreHash.parse(hash);
  const person = {
    userId: "7",
    email: "ana@example.com",
    isOwner: true,
    mayChangeWebhooks: true,
    locale: null,
  };
  return { storeHash, ...person, storeEpoch: 1, membershipEpoch: 1 };
}
const input = (more: Partial<DestinationInput> = {}) =>
  DestinationInput.parse({ name: "Warehouse", url: URL, eventTypes: ["*"], ...more });

const AT_AWS = {
  kind: "sqs",
  url: "https://sqs.eu-west-1.amazonaws.com/123456789012/private-queue",
  auth: {
    kind: "aws",
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    secretAccessKey: "a-private-access-key",
    endpoint: "",
  },
} satisfies Partial<DestinationInput>;

/** Events of a store that arrived so many hours before now; answers their arrival numbers. */
async function arrived({ storeHash }: Access, ...hoursAgo: number[]): Promise<bigint[]> {
  const seqs: bigint[] = [];
  for (const hours of hoursAgo) {
    const at = new Date(NOW.getTime() - hours * 3_600_000);
    const { rows } = await database().pool.query<{ seq: string }>(
      `INSERT INTO events (store_hash, occurred_at, hash, scope, body, headers, proof, first_arrived_at, last_arrived_at)
       VALUES ($1, $2, gen_random_uuid()::text, 'store/order/created', '{}', '{}', 'both', $2, $2) RETURNING seq`,
      [storeHash, at],
    );
    seqs.push(BigInt(rows[0]?.seq ?? 0));
  }
  return seqs;
}
const positionOf = async (destinationId: string) =>
  (await database().prisma.feed.findUniqueOrThrow({ where: { destinationId } })).positionSeq;
const told = async ({ storeHash }: Access) =>
  (await auditPage(storeHash, { limit: 50 })).entries.map(({ action, actor, after, reason }) => [
    action,
    actor?.email ?? "keeper",
    after?.name,
    reason,
  ]);

describe("a destination", () => {
  test("is sealed at rest, opened for stores that have the app alone, and its key told once", async () => {
    const ana = await owner("sealed");
    const { destination, secret } = await makeDestination(
      ana,
      input({ headers: { "x-tenant": "private-value" }, auth: { kind: "bearer", token: "private-token" } }),
      NOW,
    );
    const { id } = destination;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(destination.secrets).toMatchObject([{ value: secret, until: null }]);
    expect([await openDestination(id), await destinationsOf(ana.storeHash)]).toEqual([
      destination,
      [destination],
    ]);
    const row = await database().prisma.destination.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify([row, await told(ana)])).not.toMatch(/private|whsec_/);

    const pair = await makeDestination(ana, input({ signing: "ed25519" }), NOW);
    const renewed = await renewKey(ana, pair.destination.id, { overlapHours: 1 }, NOW);
    const { secrets } = await destinationView(ana, pair.destination.id, NOW);
    expect(secrets.map(({ publicKey }) => publicKey)).toEqual([renewed, pair.secret]);
    expect(pair.secret).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    await expect(
      changeDestination(ana, pair.destination.id, { signing: "standard" }, NOW),
    ).rejects.toMatchObject({ code: "KEY_INVALID" });

    const mail = makeDestination(ana, input({ kind: "email", url: ana.email }), NOW);
    await expect(mail).rejects.toMatchObject({ code: "MAIL_NOT_SET_UP" });

    const queue = await makeDestination(ana, input(AT_AWS), NOW);
    expect((await openDestination(queue.destination.id))?.auth).toEqual(AT_AWS.auth);
    const rows = await database().prisma.destination.findMany();
    const views = JSON.stringify(await destinationViews({ ...ana, isOwner: false }, NOW));
    expect(JSON.stringify([rows, await told(ana), views])).not.toMatch(/AKIA|whsk_|private|123456789012/);
    expect(views).toContain('"url":"https://sqs.eu-west-1.amazonaws.com"');

    await database().prisma.store.update({ where: { hash: ana.storeHash }, data: { uninstalledAt: NOW } });
    expect([await openDestination(id), await openDestination("none")]).toEqual([null, null]);
  });

  test("is made once, however often one wish comes, and its key told with it for a day", async () => {
    const [ana, ben] = [await owner("wish"), await owner("wished")];
    const all = await Promise.all([1, 2, 3].map(() => makeDestination(ana, input(), NOW, "wish 1")));
    expect(new Set(all.map(({ destination, secret }) => `${destination.id} ${secret}`)).size).toBe(1);
    expect((await told(ana)).length).toBe(1);
    const other = await makeDestination(ana, input(), NOW, "wish 2");
    const bens = await makeDestination(ben, input(), NOW, "wish 1");
    expect(new Set([all[0], other, bens].map((made) => made?.destination.id)).size).toBe(3);
    const again = (more: Partial<DestinationInput>, hours: number) =>
      makeDestination(ana, input(more), new Date(NOW.getTime() + hours * 3_600_000), "wish 1");
    expect((await again({}, 23)).secret).toBe(all[0]?.secret);
    await expect(again({ name: "Other" }, 0)).rejects.toMatchObject({ code: "DESTINATION_MADE_BEFORE" });
    await expect(again({}, 25)).rejects.toMatchObject({ code: "DESTINATION_MADE_BEFORE" });
  });

  test("begins with what comes, or with the last day", async () => {
    const ana = await owner("begins");
    const { destination: first } = await makeDestination(ana, input({ startFrom: "day" }), NOW);
    expect(await positionOf(first.id)).toBe(0n);
    await arrived(await owner("beside"), 30, 3);
    const seqs = await arrived(ana, 200, 50, 24.1, 23.9, 5, 1);
    const { destination: now } = await makeDestination(ana, input(), NOW);
    const { destination: day } = await makeDestination(ana, input({ startFrom: "day" }), NOW);
    expect(await positionOf(now.id)).toBe(seqs.at(-1));
    expect(await positionOf(day.id)).toBe((seqs[3] ?? 0n) - 1n);
  });

  test("is one of fifty at most, and of one store alone", async () => {
    const [ana, ben] = [await owner("many"), await owner("others")];
    const { destination } = await makeDestination(ana, input(), NOW);
    const row = await database().prisma.destination.findUniqueOrThrow({ where: { id: destination.id } });
    await database().prisma.destination.createMany({
      data: Array.from({ length: DESTINATIONS_MAX - 1 }, (_, index) => ({
        ...row,
        id: `many${index}`,
        settings: {},
      })),
    });
    await expect(makeDestination(ana, input(), NOW)).rejects.toMatchObject({ code: "TOO_MANY_DESTINATIONS" });
    const none = { code: "NOT_FOUND" };
    await expect(changeDestination(ben, destination.id, { name: "Mine" }, NOW)).rejects.toMatchObject(none);
    await expect(removeDestination(ben, destination.id, NOW)).rejects.toMatchObject(none);
    await expect(renewKey(ben, destination.id, { overlapHours: 0 }, NOW)).rejects.toMatchObject(none);
    await expect(
      changeDestination({ ...ana, isOwner: false }, destination.id, { name: "Mine" }, NOW),
    ).rejects.toMatchObject({ code: "OWNER_ONLY" });
    await makeDestination(ben, input(), NOW);
  });
});

describe("a change", () => {
  test("is told to workers with its commit, raises the version and is written down", async () => {
    const ana = await owner("changes");
    const listener = await database().pool.connect();
    const news: (string | undefined)[] = [];
    try {
      listener.on("notification", ({ payload }) => news.push(payload));
      await listener.query(`LISTEN ${DESTINATIONS_CHANNEL}`);
      const { destination, secret } = await makeDestination(
        ana,
        input({ headers: { "x-a": "1", "x-b": "2" } }),
        NOW,
      );
      const { id } = destination;
      const change = { name: "Depot", headers: { "x-a": null, "x-c": "3" }, concurrency: 9 };
      const after = await changeDestination(ana, id, change, NOW);
      expect(after).toMatchObject({ version: 2, headers: { "x-a": "1", "x-c": "3" } });
      expect(await changeDestination(ana, id, change, NOW)).toEqual(after);
      const renewed = await renewKey(ana, id, { overlapHours: 24 }, NOW);
      const open = await openDestination(id);
      expect(open?.secrets.map(({ value }) => value)).toEqual([renewed, secret]);
      expect(open).toMatchObject({ version: 3, settings: { concurrency: 9, answerSeconds: 15 } });
      await removeDestination(ana, id, NOW);
      expect(await openDestination(id)).toBeNull();
      await listener.query("SELECT 1");
      expect(news).toEqual([id, id, id, id]);
    } finally {
      listener.release(true);
    }
    expect(await told(ana)).toEqual([
      ["destination_removed", "ana@example.com", undefined, null],
      ["destination_secret_renewed", "ana@example.com", "Depot", "The key before signs for 24 more hours."],
      ["destination_changed", "ana@example.com", "Depot", "Changed: name, headers, requests at once."],
      ["destination_made", "ana@example.com", "Warehouse", null],
    ]);
  });

  test("turns it off and on again, from where it was or from now", async () => {
    const ana = await owner("switches");
    const { destination } = await makeDestination(ana, input(), NOW);
    const { id, storeHash } = destination;
    const off = await changeDestination(ana, id, { isOn: false }, NOW);
    expect(off).toMatchObject({ isOn: false, offReason: "person", offAt: NOW, offBy: "ana@example.com" });
    const [seq = 0n] = await arrived(ana, 1);
    const retry = {
      destinationId: id,
      storeHash,
      seq: 1n,
      occurredAt: NOW,
      hash: "h",
      scope: "s",
      attempts: 1,
      firstAt: NOW,
      lastAt: NOW,
      outcome: "ill",
    };
    const later = new Date(NOW.getTime() + 1_000);
    await database().prisma.deliveryRetry.createMany({
      data: [
        { ...retry, state: "waiting", nextAt: new Date(NOW.getTime() + 3_600_000) },
        { ...retry, seq: 2n, state: "failed" },
      ],
    });
    await database().prisma.feed.update({
      where: { destinationId: id },
      data: { illSince: NOW, breaker: { kind: "paused", untilMs: 9e15, pauses: 4, successes: 0 } },
    });
    const retries = () =>
      database().prisma.deliveryRetry.findMany({
        select: { state: true, nextAt: true },
        orderBy: { seq: "asc" },
      });

    await changeDestination(ana, id, { isOn: true }, later);
    expect(await positionOf(id)).toBe(0n);
    expect(await retries()).toEqual([
      { state: "waiting", nextAt: later },
      { state: "failed", nextAt: null },
    ]);
    const feed = await database().prisma.feed.findUniqueOrThrow({ where: { destinationId: id } });
    // One event is tried at once, by whoever claims it anew.
    expect(feed).toMatchObject({
      illSince: null,
      epoch: 1,
      breaker: { kind: "paused", untilMs: later.getTime() },
    });

    const claimed = { ...destination, epoch: 1 };
    expect(await turnOffByKeeper({ ...claimed, epoch: 0 }, "gone", later)).toBe(false);
    expect(await turnOffByKeeper(claimed, "unanswered", later)).toBe(true);
    expect(await turnOffByKeeper(claimed, "gone", NOW)).toBe(false);
    expect(await openDestination(id)).toMatchObject({ isOn: false, offReason: "unanswered", offBy: null });
    await changeDestination(ana, id, { isOn: true, resumeFrom: "now" }, later);
    expect(await positionOf(id)).toBe(seq);
    expect((await retries()).map(({ state }) => state)).toEqual(["dismissed", "failed"]);
    expect((await told(ana)).map(([action, who, , reason]) => [action, who, reason])).toEqual([
      ["destination_turned_on", "ana@example.com", "It goes on with new events."],
      ["destination_turned_off", "keeper", "It took nothing for five days."],
      ["destination_turned_on", "ana@example.com", "It goes on where it stopped."],
      ["destination_turned_off", "ana@example.com", null],
      ["destination_made", "ana@example.com", null],
    ]);
  });
});

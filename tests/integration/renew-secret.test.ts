import { useApp } from "#tests/support/app.ts";
import { beforeAll, describe, expect, test } from "vitest";
import type { Access } from "#lib/access.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { advanceRenewals, beginRenewal, secretView } from "#lib/features/secrets/renew-secret.ts";
import { ANNOUNCED_MS, CHANGING_MS_MAX, RETRIES_MS } from "#lib/features/secrets/renewal-steps.ts";
import { findStore, storeCredentials } from "#lib/features/stores/records.ts";
import { webhookSecrets } from "#lib/features/stores/secrets.records.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp({ receives: true });
const hooks = useHooks(app);

const START = new Date();
const after = (ms: number) => new Date(START.getTime() + ms);
const CHANGE = after(ANNOUNCED_MS);
const ORDER = "store/order/created";
/** The load: deliveries a second, and for how long at least. */
const PER_SECOND = 200;
const LOAD_EVENTS = 1_600;

beforeAll(() => ensurePartitions(START, START));

async function readyStore(): Promise<{ hash: StoreHash; owner: Access }> {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await check(hash, START);
  const person = { storeHash: hash, userId: String(store.owner.id), email: store.owner.email, isOwner: true };
  return {
    hash,
    owner: { ...person, mayChangeWebhooks: true, locale: null, storeEpoch: 1, membershipEpoch: 1 },
  };
}

const check = (hash: StoreHash, now: Date) =>
  reconcileStore(hash, { by: "keeper", now, patience: { timeoutMs: 2_000, waitMsMax: 0 } });
const secretsAtBigCommerce = (hash: StoreHash) =>
  hooks.ours(hash).map(({ headers }) => headers?.[SECRET_HEADER] ?? "");
const accepted = async (hash: StoreHash) =>
  (await webhookSecrets({ hashes: [hash] }, new Map())).get(hash)?.secrets ?? [];
const verdicts = async (hash: StoreHash) =>
  (await subscriptionList(hash, START)).groups
    .flatMap(({ events }) => events.filter(({ wanted }) => wanted))
    .map(({ health }) => health.verdict);

/** A delivery that only the secret header proves. */
async function deliver(hash: StoreHash, secret: string): Promise<number> {
  const body = JSON.stringify({ hash: crypto.randomUUID(), scope: ORDER, data: { type: "order", id: 1 } });
  const [hook] = hooks.ours(hash);
  const headers = { [SECRET_HEADER]: secret };
  return (await fetch(hook?.destination ?? "", { method: "POST", headers, body })).status;
}

/** A receiver learns of a change by notification. */
const hears = (hash: StoreHash, secret: string, status: number) =>
  expect.poll(() => deliver(hash, secret)).toBe(status);

describe("a renewal", () => {
  test("takes every hook from the old secret to the new one, and both pass until no retry carries the old", async () => {
    const { hash, owner } = await readyStore();
    const count = hooks.ours(hash).length;
    const { destination } = hooks.only(hash, ORDER);
    const stray = await hooks.make(hash, { scope: "store/cart/created", destination });
    const { webhookSecret: old } = (await storeCredentials(hash)) ?? { webhookSecret: "" };
    await hooks.change(stray, { headers: { [SECRET_HEADER]: old } });
    await check(hash, START);

    expect(await secretView(hash)).toEqual({ renewal: null });
    const begun = await beginRenewal(owner, START);
    expect(begun.renewal).toMatchObject({ phase: "announced", hooks: count + 1, hooksOnNew: 0 });
    expect(begun.renewal?.changesAt).toBe(CHANGE.toISOString());
    const fresh = (await accepted(hash)).find((secret) => secret !== old) ?? "";
    expect(fresh).toHaveLength(43);
    await hears(hash, fresh, 200);
    expect(await deliver(hash, old)).toBe(200);

    // Nothing changes before every receiver knows the coming secret, whatever is checked meanwhile.
    await advanceRenewals(after(ANNOUNCED_MS - 1), hash);
    await check(hash, after(ANNOUNCED_MS - 1));
    expect(new Set(secretsAtBigCommerce(hash))).toEqual(new Set([old]));

    await advanceRenewals(CHANGE);
    expect((await secretView(hash)).renewal).toMatchObject({
      phase: "changing",
      hooks: count + 1,
      hooksOnNew: 0,
    });
    expect(await verdicts(hash)).not.toContain("wrong_secret");
    await check(hash, CHANGE);
    expect(secretsAtBigCommerce(hash)).toEqual(Array.from({ length: count + 1 }, () => fresh));
    expect(await verdicts(hash)).not.toContain("wrong_secret");
    expect((await secretView(hash)).renewal).toMatchObject({ hooksOnNew: count + 1, isEndCertain: false });

    await advanceRenewals(CHANGE, hash);
    const end = CHANGE.getTime() + RETRIES_MS;
    expect((await secretView(hash)).renewal).toMatchObject({
      endsAt: new Date(end).toISOString(),
      isEndCertain: true,
    });
    await advanceRenewals(new Date(end - 1), hash);
    expect(await deliver(hash, old)).toBe(200);
    await advanceRenewals(new Date(end), hash);
    expect(await secretView(hash)).toEqual({ renewal: null });
    expect(await accepted(hash)).toEqual([fresh]);
    await hears(hash, old, 401);
    expect(await deliver(hash, fresh)).toBe(200);

    const { rows } = await database().pool.query<{ action: string; actor: string | null }>(
      `SELECT action, actor_email AS actor FROM audit_entries
       WHERE store_hash = $1 AND action LIKE 'secret%' ORDER BY id`,
      [hash],
    );
    expect(rows).toEqual([
      { action: "secret_renewal_begun", actor: owner.email },
      { action: "secret_renewal_ended", actor: null },
    ]);
  });

  test("a process that dies between any two calls leaves hooks that pass, and the next check goes on", async () => {
    const { hash, owner } = await readyStore();
    await beginRenewal(owner, START);
    await advanceRenewals(CHANGE, hash);
    const passing = await accepted(hash);
    let isDead = false;
    // From the answer of its first change on, nothing that it does reaches anything.
    hooks.before(() => {
      if (isDead) throw new TypeError("the process is gone");
    });
    hooks.after(({ method }) => {
      isDead ||= method === "PUT";
      if (isDead) throw new TypeError("the process is gone");
    });
    const [fresh = ""] = passing;
    let deaths = 0;
    for (let isGoingOn = true; isGoingOn; deaths++) {
      await check(hash, CHANGE).catch(() => undefined);
      for (const secret of secretsAtBigCommerce(hash)) expect(passing).toContain(secret);
      isGoingOn = isDead;
      isDead = false;
    }
    expect(deaths).toBeGreaterThan(3);
    expect(new Set(secretsAtBigCommerce(hash))).toEqual(new Set([fresh]));
  });

  test("the old secret ends after 7 days even where BigCommerce did not let the hooks change", async () => {
    const { hash, owner } = await readyStore();
    const { webhookSecret: old } = (await storeCredentials(hash)) ?? { webhookSecret: "" };
    await beginRenewal(owner, START);
    await advanceRenewals(CHANGE, hash);
    await advanceRenewals(new Date(CHANGE.getTime() + CHANGING_MS_MAX), hash);
    expect(await accepted(hash)).not.toContain(old);
    expect(await verdicts(hash)).toContain("wrong_secret");
    await check(hash, CHANGE);
    expect(secretsAtBigCommerce(hash)).not.toContain(old);
  });

  test("is begun once, by the owner alone, and tells nobody a secret", async () => {
    const { hash, owner } = await readyStore();
    const begun = await beginRenewal(owner, START);
    const secrets = await accepted(hash);
    expect(await beginRenewal(owner, after(1_000))).toEqual(begun);
    expect(await accepted(hash)).toEqual(secrets);
    await expect(beginRenewal({ ...owner, isOwner: false }, START)).rejects.toMatchObject({
      code: "OWNER_ONLY",
    });
    const row = await findStore(hash);
    for (const secret of secrets) {
      expect(JSON.stringify(begun)).not.toContain(secret);
      expect(JSON.stringify(row, (_, value) => (typeof value === "bigint" ? 0 : value))).not.toContain(
        secret,
      );
    }
  });

  test(`under ${PER_SECOND} deliveries a second refuses none`, async () => {
    const { hash, owner } = await readyStore();
    const { webhookSecret: old } = (await storeCredentials(hash)) ?? { webhookSecret: "" };
    await hears(hash, old, 200);
    // Unsigned, so that the secret alone proves a delivery, with whatever the hook carries at that moment.
    await app.control("/faults", { deliveries: { unsigned: true } });
    await app.control(`/stores/${hash}/events`, { scope: ORDER, count: LOAD_EVENTS, perSecond: PER_SECOND });
    const log = () => app.simulator.world.state.attempts.filter(({ storeHash }) => storeHash === hash);
    const reached = (share: number) =>
      expect
        .poll(() => log().length, { timeout: 20_000, interval: 20 })
        .toBeGreaterThanOrEqual(LOAD_EVENTS * share);
    await reached(0.2);
    await beginRenewal(owner, START);
    const fresh = (await accepted(hash)).find((secret) => secret !== old) ?? "";
    await hears(hash, fresh, 200);
    await reached(0.4);
    await advanceRenewals(CHANGE, hash);
    await reached(0.5);
    await check(hash, CHANGE);
    await advanceRenewals(CHANGE, hash);
    await reached(0.8);
    await advanceRenewals(new Date(CHANGE.getTime() + RETRIES_MS), hash);
    await hears(hash, old, 401);
    await reached(1);
    expect(log().filter(({ status }) => status !== 200)).toEqual([]);
    expect(new Set(secretsAtBigCommerce(hash))).toEqual(new Set([fresh]));
  });
});

import { useApp } from "#tests/support/app.ts";
import { describe, expect, test } from "vitest";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { findStore, storeCredentials } from "#lib/features/stores/records.ts";
import { refreshStoreProfile } from "#lib/features/stores/profile.ts";
import {
  reconcileAnswer,
  type ReconcileOptions,
  reconcileStore,
} from "#lib/features/subscriptions/reconcile.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const ANA = { userId: "7", email: "ana@example.com" };
const ORDER = "store/order/created";
const patience = { timeoutMs: 400, waitMsMax: 0 };

const reconcile = (hash: StoreHash, options: Partial<ReconcileOptions> = {}) =>
  reconcileStore(hash, { by: "keeper", now: new Date(), patience, ...options });

/** A store whose first subscriptions are registered. */
async function readyStore(): Promise<StoreHash> {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await reconcile(hash);
  return hash;
}

const list = (hash: StoreHash) => subscriptionList(hash, new Date());
const healthOf = async (hash: StoreHash, scope = ORDER) => {
  const { groups } = await list(hash);
  return groups.flatMap(({ events }) => events).find((event) => event.scope === scope)?.health;
};
const actionsOf = async (done: ReturnType<typeof reconcile>) => {
  const { plan, refused } = reconcileAnswer(await done);
  const scopes = (entries: { scope: string }[]) => entries.map(({ scope }) => scope);
  return {
    create: scopes(plan.create),
    update: scopes(plan.update),
    enable: scopes(plan.enable),
    remove: scopes(plan.remove),
    keep: plan.keep,
    refused: refused.map(({ scope, code }) => `${scope} ${code}`),
  };
};
const nothing = { create: [], update: [], enable: [], remove: [], keep: STARTER_SCOPES.length, refused: [] };
const allButOne = { ...nothing, keep: STARTER_SCOPES.length - 1 };

describe("a first check", () => {
  test("registers what is wanted, at the store's own address and with its secret, and a second one changes nothing", async () => {
    const hash = await readyStore();
    const credentials = await storeCredentials(hash);
    expect(
      hooks
        .ours(hash)
        .map(({ scope }) => scope)
        .toSorted(),
    ).toEqual(STARTER_SCOPES.toSorted());
    for (const hook of hooks.ours(hash)) {
      expect(hook).toMatchObject({
        destination: `${config().appUrl}/api/webhooks/${hash}`,
        headers: { [SECRET_HEADER]: credentials?.webhookSecret },
        is_active: true,
      });
    }
    expect(await actionsOf(reconcile(hash))).toEqual(nothing);
    expect(await healthOf(hash)).toMatchObject({ verdict: "starting" });
    expect(await list(hash)).toMatchObject({ checkFailure: null, isChecking: false, strays: [] });
  });

  test("is under way for all to see until it has been", async () => {
    const store = app.newStore();
    await app.install(store);
    const hash = StoreHash.parse(store.hash);
    expect(await list(hash)).toMatchObject({ checkedAt: null, isChecking: true });
    expect(await healthOf(hash)).toMatchObject({ verdict: "starting", remedy: null });
  });

  test("that finds all as it was writes down only that it did", async () => {
    const hash = await readyStore();
    await reconcile(hash);
    const rows = () =>
      database().prisma
        .$queryRaw`SELECT id, xmin::text AS "writtenBy" FROM hooks WHERE store_hash = ${hash} ORDER BY id`;
    const [written, before] = [await rows(), await list(hash)];
    await reconcile(hash);
    expect(await rows()).toEqual(written);
    const after = await list(hash);
    expect(Date.parse(after.checkedAt ?? "")).toBeGreaterThan(Date.parse(before.checkedAt ?? ""));
  });

  test("of a store with more hooks than a page reads all of them", async () => {
    const hash = await readyStore();
    for (let index = 0; index < 260; index += 1) {
      await hooks.make(hash, { scope: `store/odd/${index}`, destination: `https://example.com/${index}` });
    }
    await reconcile(hash);
    expect((await list(hash)).strays).toHaveLength(260);
  });
});

describe("what happened behind our back", () => {
  test("a lost hook is noticed and put back", async () => {
    const hash = await readyStore();
    await hooks.lose(hooks.only(hash, ORDER));
    expect(await actionsOf(reconcile(hash, { isDryRun: true }))).toEqual({ ...allButOne, create: [ORDER] });
    expect(hooks.ours(hash)).toHaveLength(STARTER_SCOPES.length - 1);
    expect(await healthOf(hash)).toMatchObject({ verdict: "missing", remedy: "reregister" });

    await reconcile(hash);
    expect(hooks.only(hash, ORDER).is_active).toBe(true);
    expect((await healthOf(hash))?.verdict).toBe("starting");
  });

  test("a double is removed and the right hook kept", async () => {
    const hash = await readyStore();
    const right = hooks.only(hash, ORDER);
    const { destination, headers } = right;
    await hooks.make(hash, { scope: ORDER, destination, headers });
    await reconcile(hash, { isDryRun: true });
    expect(await healthOf(hash)).toMatchObject({ verdict: "doubled", remedy: "remove_double" });
    await reconcile(hash);
    expect(hooks.only(hash, ORDER).id).toBe(right.id);
  });

  test("a hook that delivers elsewhere is brought home with its secret", async () => {
    const hash = await readyStore();
    const hook = hooks.only(hash, ORDER);
    await hooks.change(hook, { destination: "https://old.example.com/api/webhooks/x", headers: null });
    await reconcile(hash, { isDryRun: true });
    expect(await healthOf(hash)).toMatchObject({ verdict: "wrong_address", remedy: "repair" });
    await reconcile(hash);
    const { destination } = await list(hash);
    expect(hooks.only(hash, ORDER)).toMatchObject({ id: hook.id, destination });
    expect(Object.keys(hooks.only(hash, ORDER).headers ?? {})).toEqual([SECRET_HEADER]);
  });

  test("a wrong secret is mended, whatever the spelling of the header", async () => {
    const hash = await readyStore();
    await hooks.change(hooks.only(hash, ORDER), { headers: { "X-Webhook-Keeper-Secret": "wrong" } });
    await reconcile(hash, { isDryRun: true });
    expect(await healthOf(hash)).toMatchObject({ verdict: "wrong_secret", remedy: "repair" });
    await reconcile(hash);
    const credentials = await storeCredentials(hash);
    await hooks.change(hooks.only(hash, ORDER), {
      headers: { "X-Webhook-Keeper-Secret": credentials?.webhookSecret ?? "" },
    });
    expect(await actionsOf(reconcile(hash))).toEqual(nothing);
  });

  test("a hook that BigCommerce switched off is switched on with that field alone", async () => {
    const hash = await readyStore();
    await hooks.change(hooks.only(hash, ORDER), { status: "deactivated" });
    await reconcile(hash, { isDryRun: true });
    expect(await healthOf(hash)).toMatchObject({ verdict: "off_by_bigcommerce", remedy: "turn_on" });
    expect((await healthOf(hash))?.sentence).toMatch(
      /^BigCommerce turned this off on .+ and doesn't say why\.$/,
    );
    await reconcile(hash);
    expect(hooks.only(hash, ORDER).is_active).toBe(true);
    expect(hooks.calls.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual([
      { is_active: true },
    ]);
  });

  test("the keeper switches on once an hour, a person whenever they say", async () => {
    const hash = await readyStore();
    await hooks.change(hooks.only(hash, ORDER), { status: "deactivated" });
    await reconcile(hash);
    await hooks.change(hooks.only(hash, ORDER), { status: "deactivated" });
    expect(await actionsOf(reconcile(hash))).toMatchObject({ enable: [] });
    expect(await healthOf(hash)).toMatchObject({ verdict: "off_by_bigcommerce" });
    expect(await actionsOf(reconcile(hash, { by: ANA }))).toMatchObject({ enable: [ORDER] });
    expect(hooks.only(hash, ORDER).is_active).toBe(true);
  });

  test("a stray is shown and left alone, and the hook of another client is not even seen", async () => {
    const hash = await readyStore();
    const destination = "https://example.com/hooks";
    const stray = await hooks.make(hash, { scope: "store/cart/created", destination });
    const foreign = await hooks.make(hash, {
      scope: "store/cart/updated",
      destination,
      client_id: "another",
    });
    expect(await actionsOf(reconcile(hash))).toEqual(nothing);
    expect((await list(hash)).strays).toMatchObject([{ id: String(stray.id), scope: "store/cart/created" }]);
    expect(app.simulator.world.state.hooks.map(({ id }) => id)).toContain(foreign.id);
  });

  test("only the scopes that were asked for are mended", async () => {
    const hash = await readyStore();
    const other = "store/product/created";
    await hooks.lose(hooks.only(hash, ORDER));
    await hooks.lose(hooks.only(hash, other));
    await reconcile(hash, { by: ANA, scopes: [other] });
    expect(hooks.ours(hash).map(({ scope }) => scope)).toContain(other);
    expect(hooks.ours(hash).map(({ scope }) => scope)).not.toContain(ORDER);
  });
});

describe("what happens in the midst of a check", () => {
  test("a hook that vanished before it could be changed is made anew", async () => {
    const hash = await readyStore();
    const hook = hooks.only(hash, ORDER);
    await hooks.change(hook, { headers: null });
    hooks.before(async ({ method }) => {
      if (method === "PUT") await hooks.lose(hook);
    });
    expect(await actionsOf(reconcile(hash))).toMatchObject({ refused: [] });
    expect(hooks.only(hash, ORDER).id).not.toBe(hook.id);
  });

  test("a hook that somebody else made in between is taken for what it is", async () => {
    const hash = await readyStore();
    const { destination, headers } = hooks.only(hash, ORDER);
    await hooks.lose(hooks.only(hash, ORDER));
    hooks.before(async ({ method }) => {
      if (method === "POST") await hooks.make(hash, { scope: ORDER, destination, headers });
    });
    expect(await actionsOf(reconcile(hash))).toMatchObject({ refused: [] });
    expect(hooks.only(hash, ORDER).headers).toEqual(headers);
    expect(await actionsOf(reconcile(hash))).toEqual(nothing);
  });

  test("a double that is gone already is fine", async () => {
    const hash = await readyStore();
    const { destination, headers } = hooks.only(hash, ORDER);
    const double = await hooks.make(hash, { scope: ORDER, destination, headers });
    hooks.before(async ({ method }) => {
      if (method === "DELETE") await hooks.lose(double);
    });
    expect(await actionsOf(reconcile(hash))).toMatchObject({ refused: [] });
  });

  test("a refusal of one scope does not keep the others from being mended, and is kept with its reason", async () => {
    const hash = await readyStore();
    await hooks.lose(hooks.only(hash, ORDER));
    await hooks.lose(hooks.only(hash, "store/product/created"));
    // Ten hooks of the scope appear between the look and the deed.
    const fill = async () => {
      for (let index = 0; index < 10; index += 1)
        await hooks.make(hash, { scope: ORDER, destination: `https://example.com/${index}` });
    };
    let filling: Promise<void> | undefined;
    hooks.before(async ({ method }) => {
      if (method === "POST") await (filling ??= fill());
    });
    expect(await actionsOf(reconcile(hash))).toMatchObject({ refused: [`${ORDER} HOOK_LIMIT_REACHED`] });
    expect(hooks.only(hash, "store/product/created").is_active).toBe(true);
  });

  test("a second check of the same store waits for the first, or says that one runs", async () => {
    const hash = await readyStore();
    let isRunning: boolean | undefined;
    await asOnlyCheck(hash, 0, async () => {
      await expect(reconcile(hash, { lockWaitMs: 0 })).rejects.toMatchObject({ code: "CHECK_RUNNING" });
      isRunning = (await list(hash)).isChecking;
    });
    expect(isRunning).toBe(true);
    expect((await list(hash)).isChecking).toBe(false);
    const both = await Promise.all([reconcile(hash), reconcile(hash)]);
    expect(both.map(({ plan }) => plan.keep.length)).toEqual([STARTER_SCOPES.length, STARTER_SCOPES.length]);
  });
});

describe("when BigCommerce does not play along", () => {
  test("a void token marks the store, and a good one heals it", async () => {
    const hash = await readyStore();
    await app.control("/faults", { api: "401" });
    await expect(reconcile(hash)).rejects.toMatchObject({ code: "NEEDS_REAUTHORISATION", retryable: false });
    expect(await healthOf(hash)).toMatchObject({ verdict: "needs_reauthorisation", remedy: "reopen_app" });
    await app.control("/faults", { api: "none" });
    await reconcile(hash);
    expect((await healthOf(hash))?.verdict).toBe("starting");
  });

  test("a token that is voided half-way marks the store as well", async () => {
    const hash = await readyStore();
    await hooks.lose(hooks.only(hash, ORDER));
    hooks.before(async ({ method }) => {
      if (method === "POST") await app.control("/faults", { api: "401" });
    });
    expect(await actionsOf(reconcile(hash))).toMatchObject({ refused: [`${ORDER} NEEDS_REAUTHORISATION`] });
    expect((await findStore(hash))?.needsReauthorisation).toBe(true);
  });

  test.each(["500", "503", "hang"])("%s is noted, and what was last seen stands", async (mode) => {
    const hash = await readyStore();
    const before = await list(hash);
    await app.control("/faults", { api: mode });
    await expect(reconcile(hash)).rejects.toMatchObject({ code: "BIGCOMMERCE_UNREACHABLE", retryable: true });
    const after = await list(hash);
    const said = {
      "500": "BigCommerce returned an error (500).",
      "503": "BigCommerce says this store is unavailable (503). It may be suspended or in maintenance.",
      hang: "BigCommerce isn't responding.",
    }[mode];
    expect(after.checkFailure).toMatchObject({ code: "BIGCOMMERCE_UNREACHABLE", sentence: said });
    expect(after.checkedAt).toBe(before.checkedAt);
    expect(after.groups.map(({ events }) => events.map(({ hook }) => hook))).toEqual(
      before.groups.map(({ events }) => events.map(({ hook }) => hook)),
    );
  });

  test("a store that was never readable is of unknown health", async () => {
    const store = app.newStore();
    await app.install(store);
    const hash = StoreHash.parse(store.hash);
    await app.control("/faults", { api: "503" });
    await expect(reconcile(hash)).rejects.toMatchObject({ retryable: true });
    expect(await healthOf(hash)).toMatchObject({ verdict: "unknown", remedy: "check" });
  });

  test("a spent quota tells a person when to come back", async () => {
    const hash = await readyStore();
    await app.control("/faults", { api: "429" });
    const callsBefore = hooks.calls.length;
    const done = reconcile(hash, { by: ANA, patience: { timeoutMs: 400, waitMsMax: 0 } });
    await expect(done).rejects.toMatchObject({
      code: "BIGCOMMERCE_RATE_LIMITED",
      retryAfterMs: expect.any(Number),
    });
    expect(hooks.calls.slice(callsBefore)).toHaveLength(1);
  });

  test("the keeper waits for a busy platform and goes on", async () => {
    const hash = await readyStore();
    await hooks.lose(hooks.only(hash, ORDER));
    await app.control("/faults", { api: { mode: "429-without-headers", times: 1 } });
    await reconcile(hash, { patience: { timeoutMs: 400, waitMsMax: 1_000 } });
    expect(hooks.only(hash, ORDER).is_active).toBe(true);
  });

  test("a quota that is spent half-way ends the check at once, and the next one does the rest", async () => {
    const hash = await readyStore();
    for (const hook of hooks.ours(hash)) await hooks.lose(hook);
    const callsBefore = hooks.calls.length;
    hooks.before(async ({ method }) => {
      if (method === "POST" && hooks.ours(hash).length >= 2) await app.control("/faults", { api: "429" });
    });
    const { refused } = await actionsOf(reconcile(hash));
    expect(refused.length).toBeGreaterThan(0);
    expect(
      hooks.calls.slice(callsBefore).filter(({ method }) => method === "POST").length,
    ).toBeLessThanOrEqual(8);
    expect(await healthOf(hash, refused.at(-1)?.split(" ")[0])).toMatchObject({ verdict: "missing" });
    hooks.before(() => undefined);
    await app.control("/faults", { api: "none" });
    expect(await actionsOf(reconcile(hash))).toMatchObject({ refused: [] });
    expect(hooks.ours(hash)).toHaveLength(STARTER_SCOPES.length);
  });
});

describe("a store that comes back", () => {
  test("after an uninstallation has its hooks once, with the same secret", async () => {
    const hash = await readyStore();
    const before = await storeCredentials(hash);
    await app.control(`/stores/${hash}/uninstall`, {});
    expect(hooks.ours(hash)).toEqual([]);
    await expect(reconcile(hash)).rejects.toMatchObject({ code: "STORE_UNINSTALLED" });

    const store = app.simulator.world.store(hash);
    if (!store) throw new Error("the store is gone");
    await app.install(store);
    await reconcile(hash);
    await reconcile(hash);
    expect(
      hooks
        .ours(hash)
        .map(({ scope }) => scope)
        .toSorted(),
    ).toEqual(STARTER_SCOPES.toSorted());
    expect((await storeCredentials(hash))?.webhookSecret).toBe(before?.webhookSecret);
  });

  test("by accepting the app anew keeps the hooks it had", async () => {
    const hash = await readyStore();
    const before = hooks.ours(hash).map(({ id }) => id);
    const store = app.simulator.world.store(hash);
    if (!store) throw new Error("the store is gone");
    await app.install(store);
    expect(await actionsOf(reconcile(hash))).toEqual(nothing);
    expect(hooks.ours(hash).map(({ id }) => id)).toEqual(before);
  });
});

describe("the profile of a store", () => {
  test("is read from BigCommerce", async () => {
    const hash = await readyStore();
    await refreshStoreProfile(hash, patience);
    const { name, domain, timezone } = app.simulator.world.store(hash) ?? {};
    expect(await findStore(hash)).toMatchObject({ name, domain, timezone });
  });

  test("may be out of reach without harm", async () => {
    const hash = await readyStore();
    await app.control("/faults", { api: "503" });
    await refreshStoreProfile(hash, patience);
    expect((await findStore(hash))?.name).toBeNull();
  });
});

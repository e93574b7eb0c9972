import { useApp } from "#tests/support/app.ts";
import { describe, expect, test } from "vitest";
import * as reconcileRoute from "#app/s/[storeHash]/api/subscriptions/reconcile/route.ts";
import * as route from "#app/s/[storeHash]/api/subscriptions/route.ts";
import { CATALOGUE, STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { ChangeResults, ReconcileResult, SubscriptionList } from "#lib/contract/subscriptions.ts";
import { StoreHash } from "#lib/ids.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { subscriptionsOf } from "#lib/features/subscriptions/records.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const EMAIL = "ana@example.com";
const ANA = { userId: "7", email: EMAIL };
const ON = "store/cart/created";
const STARTED = "store/order/created";
const patience = { timeoutMs: 400, waitMsMax: 0 };

/** A store whose first subscriptions are registered, and its owner's session. */
async function readyStore(): Promise<{ hash: StoreHash; cookie: string }> {
  const store = app.newStore();
  const { cookie } = await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await reconcileStore(hash, { by: "keeper", now: new Date(), patience });
  return { hash, cookie };
}

const change = async (hash: StoreHash, changes: Record<string, boolean>, lockWaitMs = 1_000) => {
  const list = Object.entries(changes).map(([scope, wanted]) => ({ scope, wanted }));
  const { results } = await changeSubscriptions(hash, list, {
    by: ANA,
    now: new Date(),
    patience,
    lockWaitMs,
  });
  return results;
};
const turn = async (hash: StoreHash, scope: string, wanted: boolean) =>
  (await change(hash, { [scope]: wanted }))[0];
const subscriptionOf = async (hash: StoreHash, scope: string) =>
  (await subscriptionsOf(hash)).find((subscription) => subscription.scope === scope);
const view = async (hash: StoreHash, scope: string) =>
  (await subscriptionList(hash, new Date())).groups
    .flatMap(({ events }) => events)
    .find((event) => event.scope === scope);

describe("a change", () => {
  test("turns on: the choice with who and when, and the hook at BigCommerce", async () => {
    const { hash } = await readyStore();
    expect(await turn(hash, ON, true)).toEqual({
      scope: ON,
      wanted: true,
      outcome: "done",
      code: null,
      sentence: null,
    });
    expect(hooks.only(hash, ON)).toMatchObject({
      is_active: true,
      destination: `${config().appUrl}/api/webhooks/${hash}`,
    });
    expect(await view(hash, ON)).toMatchObject({
      wanted: true,
      changedBy: EMAIL,
      health: { verdict: "starting" },
    });
  });

  test("turns off: the hook is gone, and the list says who did it", async () => {
    const { hash } = await readyStore();
    expect(await turn(hash, STARTED, false)).toMatchObject({ outcome: "done" });
    expect(hooks.ours(hash).map(({ scope }) => scope)).not.toContain(STARTED);
    const { health, hook } = (await view(hash, STARTED)) ?? {};
    expect(hook).toBeNull();
    expect(health).toMatchObject({ verdict: "off_by_merchant" });
    expect(health?.sentence).toMatch(/^Turned off by ana@example.com on /);
  });

  test("of what is so already asks for nothing", async () => {
    const { hash } = await readyStore();
    expect(await turn(hash, STARTED, true)).toMatchObject({ outcome: "already" });
    expect(await turn(hash, ON, false)).toMatchObject({ outcome: "already" });
    expect(await subscriptionOf(hash, ON)).toBeUndefined();
    expect(await subscriptionOf(hash, STARTED)).toMatchObject({ changedBy: null });
  });

  test("to what was wanted and is missing puts it back", async () => {
    const { hash } = await readyStore();
    await hooks.lose(hooks.only(hash, STARTED));
    expect(await turn(hash, STARTED, true)).toMatchObject({ outcome: "done" });
    expect(hooks.only(hash, STARTED).is_active).toBe(true);
  });

  test("of the whole catalogue does all that can be done and explains the rest", async () => {
    const { hash } = await readyStore();
    const results = await change(hash, Object.fromEntries(CATALOGUE.map(({ scope }) => [scope, true])));
    const outcomes = Map.groupBy(results, ({ outcome }) => outcome);
    const concrete = CATALOGUE.filter(({ isPerChannel }) => !isPerChannel);
    expect(results.map(({ scope }) => scope)).toEqual(CATALOGUE.map(({ scope }) => scope));
    expect(outcomes.get("unknown_scope")).toHaveLength(CATALOGUE.length - concrete.length);
    expect(outcomes.get("already")).toHaveLength(STARTER_SCOPES.length);
    const refused = outcomes.get("refused") ?? [];
    // Its destination has to differ from every other hook's. Source: BigCommerce docs, Webhook events.
    expect(
      refused.map(({ scope }) => scope).filter((scope) => scope !== "store/hook/deliveryException"),
    ).toEqual([]);
    expect(hooks.ours(hash)).toHaveLength(concrete.length - refused.length);
    expect(new Set(hooks.ours(hash).map(({ scope }) => scope)).size).toBe(hooks.ours(hash).length);
  });

  test("of a channel's event type needs the channel", async () => {
    const { hash } = await readyStore();
    const template = "store/channel/{channel_id}/order/created";
    const results = await change(hash, {
      [template]: true,
      "store/channel/1/order/created": true,
      "store/made/up": true,
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(["unknown_scope", "done", "unknown_scope"]);
    expect(results[0]?.sentence).toBeTruthy();
    expect(hooks.only(hash, "store/channel/1/order/created").is_active).toBe(true);
    expect(await subscriptionOf(hash, template)).toBeUndefined();
  });

  test("takes a stray over, or removes it", async () => {
    const { hash } = await readyStore();
    const destination = `${config().appUrl}/api/webhooks/${hash}`;
    const kept = await hooks.make(hash, { scope: ON, destination });
    await hooks.make(hash, { scope: "store/odd/thing", destination });
    await reconcileStore(hash, { by: "keeper", now: new Date(), patience });
    expect(await change(hash, { [ON]: true, "store/odd/thing": false })).toMatchObject([
      { outcome: "done" },
      { outcome: "done" },
    ]);
    expect(hooks.only(hash, ON)).toMatchObject({ id: kept.id, destination });
    expect(hooks.ours(hash).map(({ scope }) => scope)).not.toContain("store/odd/thing");
  });

  test("of one event type twice in a request is the last one", async () => {
    const { hash } = await readyStore();
    const changes = [true, false].map((wanted) => ({ scope: ON, wanted }));
    const { results } = await changeSubscriptions(hash, changes, { by: ANA, now: new Date(), patience });
    expect(results).toMatchObject([{ scope: ON, wanted: false, outcome: "already" }]);
  });

  test("that ends in the midst of making a hook leaves nothing behind once the next check ran", async () => {
    const { hash } = await readyStore();
    const stopping = new AbortController();
    hooks.after(({ method }) => {
      if (method === "POST") stopping.abort(new Error("the process stops"));
      stopping.signal.throwIfAborted();
    });
    const done = changeSubscriptions(hash, [{ scope: ON, wanted: true }], {
      by: ANA,
      now: new Date(),
      patience: { ...patience, signal: stopping.signal },
    });
    await expect(done).rejects.toThrow("the process stops");
    expect(hooks.only(hash, ON).is_active).toBe(true);
    expect(await view(hash, ON)).toMatchObject({ wanted: false });
    hooks.after(() => undefined);
    await reconcileStore(hash, { by: "keeper", now: new Date(), patience });
    expect(hooks.ours(hash).map(({ scope }) => scope)).not.toContain(ON);
  });
});

describe("a change that BigCommerce refuses", () => {
  test.each([
    ["401", "NEEDS_REAUTHORISATION"],
    ["429", "BIGCOMMERCE_RATE_LIMITED"],
    ["500", "BIGCOMMERCE_UNREACHABLE"],
    ["503", "BIGCOMMERCE_UNREACHABLE"],
    ["hang", "BIGCOMMERCE_UNREACHABLE"],
  ])("with %s leaves every switch as it was and says why", async (api, code) => {
    const { hash } = await readyStore();
    const before = await subscriptionOf(hash, STARTED);
    await app.control("/faults", { api });
    const results = await change(hash, { [ON]: true, [STARTED]: false });
    expect(results).toMatchObject([
      { outcome: "refused", code },
      { outcome: "refused", code },
    ]);
    expect(results.map(({ sentence }) => sentence?.length)).not.toContain(0);
    expect(await subscriptionOf(hash, ON)).toBeUndefined();
    expect(await subscriptionOf(hash, STARTED)).toEqual(before);
    expect(hooks.only(hash, STARTED).is_active).toBe(true);
  });

  test("for one event type does not keep another from being turned on", async () => {
    const { hash } = await readyStore();
    // BigCommerce wants another destination for this one than any other hook has.
    const results = await change(hash, { "store/hook/deliveryException": true, [ON]: true });
    expect(results).toMatchObject([{ outcome: "refused", code: "BIGCOMMERCE_REFUSED" }, { outcome: "done" }]);
    expect((await view(hash, "store/hook/deliveryException"))?.wanted).toBe(false);
  });

  test("without an answer, though it was done, is undone by the next check", async () => {
    const { hash } = await readyStore();
    const { destination, headers } = hooks.only(hash, STARTED);
    hooks.before(async ({ method }) => {
      if (method !== "POST") return;
      await hooks.make(hash, { scope: ON, destination, headers });
      await app.control("/faults", { api: "hang" });
    });
    expect(await turn(hash, ON, true)).toMatchObject({ outcome: "refused", code: "BIGCOMMERCE_UNREACHABLE" });
    expect(hooks.only(hash, ON).is_active).toBe(true);
    await app.control("/faults", { api: "none" });
    await reconcileStore(hash, { by: "keeper", now: new Date(), patience });
    expect(hooks.ours(hash).map(({ scope }) => scope)).not.toContain(ON);
    expect((await view(hash, ON))?.health).toMatchObject({
      verdict: "off_by_merchant",
      sentence: "Not turned on.",
    });
  });

  test("because the token was voided half-way marks the store", async () => {
    const { hash } = await readyStore();
    hooks.before(async ({ method }) => {
      if (method === "POST") await app.control("/faults", { api: "401" });
    });
    expect(await turn(hash, ON, true)).toMatchObject({ outcome: "refused", code: "NEEDS_REAUTHORISATION" });
    expect((await view(hash, STARTED))?.health.verdict).toBe("needs_reauthorisation");
  });

  test("or that meets a running check leaves all as it was", async () => {
    const { hash } = await readyStore();
    await asOnlyCheck(hash, 0, async () => {
      expect(await change(hash, { [ON]: true }, 0)).toMatchObject([
        { outcome: "refused", code: "CHECK_RUNNING" },
      ]);
    });
    expect(await subscriptionOf(hash, ON)).toBeUndefined();
  });
});

describe("the routes", () => {
  const request = (hash: string, cookie: string, method: string, path = "", body?: unknown) =>
    new Request(`${config().appUrl}/s/${hash}/api/subscriptions${path}`, {
      method,
      headers: {
        Cookie: cookie,
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
        "X-Requested-With": "webhook-keeper",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const context = (storeHash: string) => ({ params: Promise.resolve({ storeHash }) });

  test("list, change and check, each in the shape of the contract", async () => {
    const { hash, cookie } = await readyStore();
    const changed = await route.PUT(
      request(hash, cookie, "PUT", "", { changes: [{ scope: ON, wanted: true }] }),
      context(hash),
    );
    expect(ChangeResults.parse(await changed.json()).results).toMatchObject([{ outcome: "done" }]);
    const owner = app.simulator.world.store(hash)?.owner.email;
    expect(await view(hash, ON)).toMatchObject({ changedBy: owner });

    await hooks.lose(hooks.only(hash, ON));
    const dry = await reconcileRoute.POST(
      request(hash, cookie, "POST", "/reconcile", { dryRun: true }),
      context(hash),
    );
    const planned = ReconcileResult.parse(await dry.json());
    expect(planned).toMatchObject({ isDryRun: true, plan: { create: [{ scope: ON, hookId: null }] } });
    const done = await reconcileRoute.POST(request(hash, cookie, "POST", "/reconcile", {}), context(hash));
    expect(ReconcileResult.parse(await done.json())).toMatchObject({ isDryRun: false, refused: [] });
    expect(hooks.only(hash, ON).is_active).toBe(true);

    const list = await route.GET(request(hash, cookie, "GET"), context(hash));
    expect(SubscriptionList.parse(await list.json()).checkFailure).toBeNull();
  });

  test("tell a spent quota and a lost token as problems with a code", async () => {
    const { hash, cookie } = await readyStore();
    const check = () => reconcileRoute.POST(request(hash, cookie, "POST", "/reconcile", {}), context(hash));
    await app.control("/faults", { api: "429" });
    const limited = await check();
    expect(limited.status).toBe(503);
    expect(await limited.json()).toMatchObject({
      code: "BIGCOMMERCE_RATE_LIMITED",
      retryAfterSeconds: expect.any(Number),
    });
    await app.control("/faults", { api: "401" });
    expect(await (await check()).json()).toMatchObject({ code: "NEEDS_REAUTHORISATION" });
  });

  test("refuse a change without a session, and one that is no change", async () => {
    const { hash, cookie } = await readyStore();
    const changes = [{ scope: ON, wanted: true }];
    const stranger = await route.PUT(request(hash, "", "PUT", "", { changes }), context(hash));
    expect(stranger.status).toBe(401);
    const empty = await route.PUT(request(hash, cookie, "PUT", "", { changes: [] }), context(hash));
    expect(empty.status).toBe(400);
    expect(hooks.ours(hash).map(({ scope }) => scope)).not.toContain(ON);
  });
});

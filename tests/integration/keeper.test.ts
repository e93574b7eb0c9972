import { useApp } from "#tests/support/app.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { auditPage } from "#lib/features/audit/audit.ts";
import { judgeAccess } from "#lib/features/auth/access.ts";
import { StoreHash } from "#lib/ids.ts";
import { checkStore } from "#lib/jobs/check-store.ts";
import { changeNotifyOnly } from "#lib/features/subscriptions/keeper/notify-only.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { saveRejections } from "#lib/features/receiver/records.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const ORDER = "store/order/created";
const OTHER = "store/product/created";
const patience = { timeoutMs: 2_000, waitMsMax: 0 };
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

let store: SimulatedStore;
let hash: StoreHash;
let now: Date;

beforeEach(async () => {
  store = app.newStore();
  await app.install(store);
  hash = StoreHash.parse(store.hash);
  now = new Date();
  await keep();
});

const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE_MS);
};
const keep = () => reconcileStore(hash, { by: "keeper", now, patience });
const mend = (scope: string) => reconcileStore(hash, { by: ana(), now, patience, scopes: [scope] });
const isThere = () => hooks.ours(hash).some(({ scope }) => scope === ORDER);
const hook = () => hooks.only(hash, ORDER);
const health = async (scope = ORDER) => {
  const { groups } = await subscriptionList(hash, now);
  return groups.flatMap(({ events }) => events).find((event) => event.scope === scope)?.health;
};
const deeds = async (scope?: string) => {
  const { entries } = await auditPage(hash, { scope, limit: 100 });
  return entries.map(({ action, actor }) => `${action} by ${actor?.email ?? "the app"}`);
};
/** The store's owner, or somebody else who may open the app. */
const ana = (isOwner = true) =>
  judgeAccess(
    { store: hash, user: "7", storeEpoch: 1, membershipEpoch: 1 },
    {
      isInstalled: true,
      isMember: true,
      staffChangeWebhooks: true,
      isOwner,
      email: "ana@example.com",
      locale: null,
      storeEpoch: 1,
      membershipEpoch: 1,
    },
  );

const HARMS = [
  ["lost", () => hooks.lose(hook())],
  ["switched off", () => hooks.change(hook(), { status: "deactivated" })],
  ["sent elsewhere", () => hooks.change(hook(), { destination: "https://elsewhere.example.com/" })],
] as const;
const isMended = () => {
  const ours = hooks.ours(hash).filter(({ scope }) => scope === ORDER);
  return ours.some(({ is_active, destination }) => is_active && destination.endsWith(`/${hash}`));
};

describe("the keeper's bounds", () => {
  test.each(HARMS)(
    "a hook that is %s again and again is mended once an hour, three times a day",
    async (_, harm) => {
      const mended: number[] = [];
      for (let minute = 0; minute <= 26 * 60; minute += 20) {
        if (isMended()) await harm();
        await keep();
        if (isMended()) mended.push(minute);
        pass(20);
      }
      expect(mended).toEqual([0, 60, 120, 1_440, 1_500, 1_560]);
      await harm();
      await keep();
      expect(await health()).toMatchObject({
        isLeftToYou: true,
        sentence: expect.stringMatching(/ We fixed this 3 times in a day and it broke again\./),
      });
      await mend(ORDER);
      expect(isMended()).toBe(true);
    },
  );

  test("hold over what is done to a hook, and over hooks made anew", async () => {
    for (const [, harm] of HARMS) {
      await harm();
      await keep();
      pass(60);
    }
    await hooks.lose(hook());
    await keep();
    expect(isThere()).toBe(false);
  });

  test("do not count what BigCommerce failed to do, for as long as it can be seen", async () => {
    await hooks.lose(hook());
    hooks.before(async ({ method }) => {
      if (method === "POST") await app.control("/faults", { api: { mode: "503", times: 1 } });
    });
    for (let times = 0; times < 4; times += 1) {
      await keep();
      expect(isThere()).toBe(false);
      pass(1);
    }
    hooks.before(() => undefined);
    await keep();
    expect(isMended()).toBe(true);
  });

  test("do not keep a webhook from its first hook, by whoever it was turned on", async () => {
    for (let times = 0; times < 3; times += 1) {
      await hooks.lose(hook());
      await keep();
      pass(60);
    }
    await app.control(`/stores/${hash}/uninstall`, {});
    await app.install(store);
    await keep();
    expect(isMended()).toBe(true);
  });
});

describe("notifying only", () => {
  test.each([
    ["an event type", { scope: ORDER }],
    ["the whole store", {}],
  ])("for %s leaves everything to a person", async (_, where) => {
    await changeNotifyOnly(ana(), { ...where, isTellingOnly: true }, now);
    for (const [, harm] of HARMS) {
      await harm();
      await keep();
      expect(isMended()).toBe(false);
      expect(await health()).toMatchObject({
        isLeftToYou: true,
        sentence: expect.stringMatching(/ Automatic repair is off\.$/),
      });
      await mend(ORDER);
      expect(isMended()).toBe(true);
    }
    await hooks.lose(hooks.only(hash, OTHER));
    await keep();
    const others = hooks.ours(hash).filter(({ scope }) => scope === OTHER);
    expect(others).toHaveLength("scope" in where ? 1 : 0);

    await changeNotifyOnly(ana(), { ...where, isTellingOnly: false }, now);
    await changeNotifyOnly(ana(), { ...where, isTellingOnly: false }, now);
    await hooks.lose(hook());
    await keep();
    expect(isMended()).toBe(true);
    const told = (await deeds()).filter((deed) => /told|again by/.test(deed));
    expect(told).toEqual(["mended_again by ana@example.com", "told_only by ana@example.com"]);
  });

  test("is not watched: what waits for a person does not change by being checked", async () => {
    const check = () => checkStore(hash, { now, patience, isFirst: false });
    await changeNotifyOnly(ana(), { isTellingOnly: true }, now);
    await hooks.change(hook(), { status: "deactivated" });
    expect((await check())?.watch).toBeNull();
    await changeNotifyOnly(ana(), { isTellingOnly: false }, now);
    expect((await check())?.watch).not.toBeNull();
  });

  test("ends what a person began: what is turned on, and off, is carried out", async () => {
    await changeNotifyOnly(ana(), { isTellingOnly: true }, now);
    const choose = (wanted: boolean) =>
      changeSubscriptions(hash, [{ scope: ORDER, wanted }], { by: ana(), now, patience });
    await choose(false);
    expect(isThere()).toBe(false);
    await choose(true);
    expect(isMended()).toBe(true);
  });

  test("is for the owner to say of the store, and for nobody of what nobody chose", async () => {
    await expect(changeNotifyOnly(ana(false), { isTellingOnly: true }, now)).rejects.toMatchObject({
      code: "OWNER_ONLY",
    });
    await changeNotifyOnly(ana(false), { scope: ORDER, isTellingOnly: true }, now);
    const unknown = changeNotifyOnly(ana(), { scope: "store/cart/created", isTellingOnly: true }, now);
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("after failures of the app's own", () => {
  const refuse = (at: Date) =>
    saveRejections([
      {
        storeHash: hash,
        reason: "not_committed",
        count: 1,
        firstAt: at,
        lastAt: at,
        last: { headers: [], values: {}, bytes: 2 },
      },
    ]);

  test("a hook that went off stays off until ten minutes passed without another", async () => {
    await refuse(now);
    await hooks.change(hook(), { status: "deactivated" });
    await keep();
    expect(isMended()).toBe(false);
    expect((await health())?.sentence).toMatch(/ because we couldn't accept events at /);
    pass(9);
    await refuse(now);
    pass(9);
    await keep();
    expect(isMended()).toBe(false);
    pass(1);
    await keep();
    expect(isMended()).toBe(true);
  });

  test("what is lost is not waited with", async () => {
    await refuse(now);
    await hooks.lose(hook());
    await keep();
    expect(isMended()).toBe(true);
  });
});

describe("a quiet hook", () => {
  const days = async (count: number) => {
    await app.simulator.advance(count * 86_400);
    now = new Date(now.getTime() + count * DAY_MS);
  };
  const renewals = async () => (await deeds(ORDER)).filter((deed) => deed.startsWith("hook_renewed"));

  test("is renewed from day 75 on, once, and outlives the 90 days", async () => {
    await days(74);
    await keep();
    expect(await renewals()).toEqual([]);
    await days(1.1);
    expect(await health()).toMatchObject({ verdict: "going_quiet", remedy: "renew" });
    await keep();
    await keep();
    expect(await renewals()).toEqual(["hook_renewed by the app"]);
    expect((await health())?.verdict).toBe("waiting");
    await days(60);
    expect(hook().is_active).toBe(true);
    await keep();
    expect(await renewals()).toHaveLength(1);
  });

  test("is renewed by a person where the app is only to tell", async () => {
    await changeNotifyOnly(ana(), { isTellingOnly: true }, now);
    await days(76);
    await keep();
    expect(await health()).toMatchObject({ verdict: "going_quiet", isLeftToYou: true });
    await mend(ORDER);
    expect(await renewals()).toEqual(["hook_renewed by ana@example.com"]);
    expect((await health())?.verdict).toBe("waiting");
  });

  test("is switched on again, should BigCommerce not count a renewal", async () => {
    await app.control("/settings", { updatesKeepAlive: false });
    await days(76);
    await keep();
    await days(15);
    expect(hook().is_active).toBe(false);
    await keep();
    expect(hook().is_active).toBe(true);
    await app.control("/settings", { updatesKeepAlive: true });
  });
});

import { useApp } from "#tests/support/app.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { auditPage } from "#lib/features/audit/audit.ts";
import { uninstallStore } from "#lib/callbacks/uninstall.ts";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { StoreHash } from "#lib/ids.ts";
import { checkStore } from "#lib/jobs/check-store.ts";
import { confirmUninstallTask } from "#lib/jobs/tasks/confirm-uninstall.ts";
import { findStore, storeCredentials } from "#lib/features/stores/records.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const patience = { timeoutMs: 2_000, waitMsMax: 0 };
const ORDER = "store/order/created";

let store: SimulatedStore;
let hash: StoreHash;

beforeEach(async () => {
  store = app.newStore();
  await app.install(store);
  hash = StoreHash.parse(store.hash);
  await check();
});

const check = () => checkStore(hash, { now: new Date(), patience, isFirst: false });
const verdicts = async () => {
  const { groups } = await subscriptionList(hash, new Date());
  const wanted = groups.flatMap(({ events }) => events).filter((event) => event.wanted);
  return [...new Set(wanted.map(({ health }) => health.verdict))];
};
const scopes = () => hooks.ours(hash).map(({ scope }) => scope);
const uninstallations = async () =>
  (await auditPage(hash, { limit: 200 })).entries.filter(({ action }) => action === "app_uninstalled").length;

// The worker hands a task its payload, and helpers of which it uses the signal alone.
const confirm = () =>
  confirmUninstallTask({ storeHash: hash }, {
    abortSignal: new AbortController().signal,
  } as Parameters<typeof confirmUninstallTask>[1]);

describe("a removal of the app that is told twice, in whichever order", () => {
  const callback = () => app.control(`/stores/${hash}/uninstall`, {});

  test.each([
    ["the callback, then the event", [callback, confirm, confirm]],
    ["the event, then the callback", [confirm, callback, confirm]],
    ["the callback twice, and the event late", [callback, callback, confirm]],
  ])("%s: is one removal", async (_, signals) => {
    for (const signal of signals) await signal();
    expect(await findStore(hash)).toMatchObject({ accessTokenSealed: null, uninstalledAt: expect.any(Date) });
    expect(await uninstallations()).toBe(1);
    expect(await check()).toBeNull();

    await app.install(store);
    await confirm();
    await check();
    expect((await findStore(hash))?.uninstalledAt).toBeNull();
    expect(scopes().toSorted()).toEqual(STARTER_SCOPES.toSorted());
  });

  test("an event alone, with the hooks gone and the token void, is believed", async () => {
    await app.control(`/stores/${hash}/reauthorise`, {});
    await confirm();
    expect((await findStore(hash))?.uninstalledAt).toBeInstanceOf(Date);
  });

  test("an event from before a reinstallation, confirmed late, removes nothing", async () => {
    await uninstallStore(hash, new Date());
    await app.install(store);
    await confirm();
    expect(await storeCredentials(hash)).not.toBeNull();
  });
});

describe("a token that ends", () => {
  test("because the owner's address changed asks for the app to be accepted, and then nothing is doubled", async () => {
    const before = hooks.ours(hash);
    await app.control(`/stores/${hash}/reauthorise`, {});
    expect((await check())?.passing?.code).toBe("NEEDS_REAUTHORISATION");
    expect(await verdicts()).toEqual(["needs_reauthorisation"]);
    // Nobody but a person can help: nothing is asked again meanwhile.
    expect((await check())?.watch).toBeNull();

    await app.install(store);
    await check();
    expect(await verdicts()).toEqual(["starting"]);
    expect(hooks.ours(hash)).toEqual(before);
  });

  test("and what was changed at BigCommerce meanwhile is put right once it is accepted", async () => {
    await app.control(`/stores/${hash}/reauthorise`, {});
    await check();
    await hooks.lose(hooks.only(hash, ORDER));
    await app.install(store);
    await check();
    expect(scopes().toSorted()).toEqual(STARTER_SCOPES.toSorted());
  });
});

test("a suspended store keeps its last state and what it wants, and goes on when it is back", async () => {
  const before = await verdicts();
  await hooks.lose(hooks.only(hash, ORDER));
  await app.control("/faults", { api: "503" });
  expect((await check())?.passing).toMatchObject({ code: "BIGCOMMERCE_UNREACHABLE", retryable: true });
  const list = await subscriptionList(hash, new Date());
  expect(list.checkFailure?.code).toBe("BIGCOMMERCE_UNREACHABLE");
  expect(await verdicts()).toEqual(before);
  expect((await findStore(hash))?.needsReauthorisation).toBe(false);

  await app.control("/faults", { api: "none" });
  await check();
  expect((await subscriptionList(hash, new Date())).checkFailure).toBeNull();
  expect(scopes().toSorted()).toEqual(STARTER_SCOPES.toSorted());
});

import { useApp } from "#tests/support/app.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { database } from "#lib/platform/db/client.ts";
import { keepExtensions } from "#lib/features/extensions/keep.ts";
import { allExtensions } from "#lib/features/extensions/plan.ts";
import { extensionsView, switchExtensions } from "#lib/features/extensions/switch.ts";
import { OwnerOnly } from "#lib/access.ts";
import { StoreHash } from "#lib/ids.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import type { SimulatedExtension } from "#simulator/world/extension.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";
import { runDueJobs } from "#tests/support/jobs.ts";
import { accessOf } from "#tests/support/privacy.ts";

useDatabase();
const app = useApp();

const IMPATIENT: Patience = { timeoutMs: 5_000, waitMsMax: 0 };
const NAMES = ["Events of this order", "Events of this product", "Events of this customer"];

/** The verbs of each call to GraphQL Admin since the test began: `list`, or what was changed. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const body = typeof init?.body === "string" ? init.body : "";
    if (url.endsWith("/graphql")) asked.push(/(create|update|delete)AppExtension/.exec(body)?.[1] ?? "list");
    return fetch(input, init);
  });
});
afterEach(async () => {
  await app.control("/faults", { api: "none", graphql: false });
});

async function newStore(): Promise<{ store: SimulatedStore; hash: StoreHash }> {
  const store = app.newStore();
  await app.install(store);
  return { store, hash: StoreHash.parse(store.hash) };
}
const entriesOf = ({ hash }: { hash: string }): SimulatedExtension[] =>
  app.simulator.world.state.extensions.filter(({ storeHash }) => storeHash === hash);
const namesOf = (store: { hash: string }) => entriesOf(store).map(({ label }) => label.defaultValue);
/** As if the app did not know what BigCommerce has. */
const forget = (hash: StoreHash) =>
  database().prisma.store.update({ where: { hash }, data: { extensionsKept: null } });

test("an installation registers one entry for each list, and no later check asks again", async () => {
  const { store, hash } = await newStore();
  await runDueJobs();
  expect(entriesOf(store)).toMatchObject(allExtensions());
  expect(asked).toEqual(["list", "create", "create", "create"]);

  await keepExtensions(hash, IMPATIENT);
  expect(asked).toHaveLength(4);
  // A store that accepts the app anew may have lost them: it is looked once more, and nothing doubles.
  await app.install(store);
  await runDueJobs();
  expect(asked.slice(4)).toEqual(["list"]);
  expect(namesOf(store)).toEqual(NAMES);
});

test("an entry whose registration was never answered is found again, what differs is put right, doubles go", async () => {
  const { store, hash } = await newStore();
  await keepExtensions(hash, IMPATIENT);
  await forget(hash);
  const [order, product] = entriesOf(store);
  if (!order || !product) throw new Error("there are no entries");
  app.simulator.world.state.extensions.push({ ...order, id: "bc/store/appExtension/1" });
  product.url = "/elsewhere/${id}";
  product.label = { defaultValue: "Elsewhere", locales: [] };
  // Of another app, and of another store: neither is ours.
  const others = [
    { ...order, id: "bc/store/appExtension/2", clientId: "somebody-else" },
    { ...order, id: "bc/store/appExtension/3", storeHash: "elsewhere" },
  ];
  app.simulator.world.state.extensions.push(...others);

  await keepExtensions(hash, IMPATIENT);
  expect(asked.slice(4)).toEqual(["list", "delete", "update"]);
  const { extensions } = app.simulator.world.state;
  const ours = entriesOf(store).filter(({ clientId }) => clientId === order.clientId);
  expect(ours).toMatchObject(allExtensions());
  expect(extensions).toEqual(expect.arrayContaining(others));
});

test("a store that did not grant it is not asked, and has no trouble", async () => {
  const { scopes } = app.simulator.world.state.settings;
  await app.control("/settings", { scopes: scopes.filter((scope) => !scope.includes("extensions")) });
  const { store, hash } = await newStore();
  await runDueJobs();
  expect([asked, entriesOf(store)]).toEqual([[], []]);
  // It may be granted on paper and refused all the same.
  await database().prisma.store.update({ where: { hash }, data: { scopes } });
  await keepExtensions(hash, IMPATIENT);
  expect([asked, entriesOf(store)]).toEqual([["list"], []]);
  expect(await extensionsView(hash)).toEqual({ isOn: true, isInPlace: false });

  await app.control("/settings", { scopes });
  await app.install(store);
  await runDueJobs();
  expect(namesOf(store)).toEqual(NAMES);
});

// Before the tests below: jobs of a store whose quota is spent wait for a window of BigCommerce's.
test("an installation succeeds while GraphQL fails", async () => {
  await app.control("/faults", { graphql: true });
  const { store, hash } = await newStore();
  await runDueJobs();
  const { checkedAt, checkFailure } = await database().prisma.store.findUniqueOrThrow({ where: { hash } });
  expect([checkedAt !== null, checkFailure, namesOf(store)]).toEqual([true, null, []]);
  const { rows } = await database().pool.query(
    "SELECT FROM graphile_worker.jobs WHERE last_error IS NOT NULL",
  );
  expect(rows).toEqual([]);
});

test.each([
  ["GraphQL answers with an error", { graphql: true }],
  ["the quota is spent", { api: "429" }],
  ["BigCommerce fails", { api: "500" }],
])("when %s nothing is lost, and the next check registers", async (_, fault) => {
  const { store, hash } = await newStore();
  await app.control("/faults", fault);
  await keepExtensions(hash, IMPATIENT);
  expect([asked, entriesOf(store)]).toEqual([["list"], []]);
  await app.control("/faults", { api: "none", graphql: false });
  await keepExtensions(hash, IMPATIENT);
  expect(namesOf(store)).toEqual(NAMES);
  expect(await extensionsView(hash)).toEqual({ isOn: true, isInPlace: true });
});

test("a list that is only half registered is completed, and two checks at once make no doubles", async () => {
  const { store, hash } = await newStore();
  await keepExtensions(hash, IMPATIENT);
  app.simulator.world.state.extensions = app.simulator.world.state.extensions.filter(
    ({ model, storeHash }) => storeHash !== hash || model !== "PRODUCTS",
  );
  await forget(hash);
  await Promise.all([keepExtensions(hash, IMPATIENT), keepExtensions(hash, IMPATIENT)]);
  expect(asked.slice(4)).toEqual(["list", "create"]);
  expect(namesOf(store).toSorted()).toEqual(NAMES.toSorted());
});

test("uninstalling takes them along, and installing again brings them back", async () => {
  const { store, hash } = await newStore();
  await keepExtensions(hash, IMPATIENT);
  await app.control(`/stores/${hash}/uninstall`, {});
  expect(entriesOf(store)).toEqual([]);
  await keepExtensions(hash, IMPATIENT);
  expect(asked).toHaveLength(4);
  await app.install(store);
  await keepExtensions(hash, IMPATIENT);
  expect(namesOf(store)).toEqual(NAMES);
});

test("the owner turns them off and on, at once or with the next check; staff can't", async () => {
  const { store, hash } = await newStore();
  await keepExtensions(hash, IMPATIENT);
  const [owner, staff] = [accessOf(hash), accessOf(hash, { isOwner: false })];
  await expect(switchExtensions(staff, false, new Date())).rejects.toThrow(OwnerOnly);

  expect(await switchExtensions(owner, false, new Date())).toEqual({ isOn: false, isInPlace: true });
  expect(await switchExtensions(owner, false, new Date())).toEqual({ isOn: false, isInPlace: true });
  expect(entriesOf(store)).toEqual([]);
  await app.control("/faults", { graphql: true });
  expect(await switchExtensions(owner, true, new Date())).toEqual({ isOn: true, isInPlace: false });
  await app.control("/faults", { graphql: false });
  await keepExtensions(hash, IMPATIENT);
  expect(namesOf(store)).toEqual(NAMES);

  const entries = await database().prisma.auditEntry.findMany({
    where: { storeHash: hash, action: { startsWith: "extensions" } },
    orderBy: { id: "asc" },
  });
  expect(entries.map(({ action, actorEmail }) => `${action} by ${actorEmail}`)).toEqual([
    `extensions_off by ${owner.email}`,
    `extensions_on by ${owner.email}`,
  ]);
});

test("an entry's link opens the events of its row", async () => {
  const { store, hash } = await newStore();
  const { location, cookie } = await app.launch(store, { url: "/orders/1023/events" });
  expect(location).toBe(`/s/${hash}/events?resource=order%3A1023&time=30d`);
  expect(cookie).not.toBe("");
});

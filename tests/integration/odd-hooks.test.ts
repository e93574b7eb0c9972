import { logged } from "#tests/support/captured-log.ts";
import { useApp } from "#tests/support/app.ts";
import { describe, expect, test } from "vitest";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { database } from "#lib/platform/db/client.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { StoreHash } from "#lib/ids.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { type ReconcileOptions, reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { removeHookOfOthers } from "#lib/features/subscriptions/remove-hook.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import type { SimulatedHook } from "#simulator/world/state.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const ANA = { userId: "7", email: "ana@example.com" };
const ORDER = "store/order/created";
const patience = { timeoutMs: 2_000, waitMsMax: 0 };

const reconcile = (hash: StoreHash, options: Partial<ReconcileOptions> = {}) =>
  reconcileStore(hash, { by: ANA, now: new Date(), patience, ...options });
const list = (hash: StoreHash) => subscriptionList(hash, new Date());
const healthOf = async (hash: StoreHash, scope = ORDER) =>
  (await list(hash)).groups.flatMap(({ events }) => events).find((event) => event.scope === scope)?.health;
/** Calls before this one belong to what a test begins with. */
let since = 0;
const changes = () => hooks.calls.slice(since).filter(({ method }) => method !== "GET");

/** A store whose first subscriptions are registered; calls are counted from here on. */
async function readyStore(): Promise<StoreHash> {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await reconcile(hash);
  since = hooks.calls.length;
  logged.length = 0;
  return hash;
}

type Listed = Record<string, unknown>;

/** Lists hooks as this says, from the answer that BigCommerce gave. */
function onList(change: (hooks: Listed[], answer: Record<string, unknown>) => void): void {
  hooks.after(async ({ method, address }, response) => {
    if (method !== "GET" || !address.startsWith("/hooks?")) return;
    // Cast: the simulator answers as BigCommerce does.
    const answer = (await response.clone().json()) as { data: Listed[] };
    change(answer.data, answer);
    Object.defineProperty(response, "text", { value: async () => JSON.stringify(answer) });
  });
}

/** Answers the list of hooks in another way. */
function answerList(status: number, text: string): void {
  hooks.after(({ method, address }, response) => {
    if (method !== "GET" || !address.startsWith("/hooks?")) return;
    Object.defineProperty(response, "status", { value: status });
    Object.defineProperty(response, "text", { value: async () => text });
  });
}

describe("a hook of which BigCommerce tells something odd", () => {
  test.each([[[]], [""], [null]])("with headers %j has none, and the others are checked", async (headers) => {
    const hash = await readyStore();
    onList((listed) => {
      for (const hook of listed) if (hook.scope === ORDER) hook.headers = headers;
    });
    const { plan } = await reconcile(hash, { isDryRun: true });
    expect(plan.update.map(({ scope }) => scope)).toEqual([ORDER]);
    expect(plan.keep).toHaveLength(STARTER_SCOPES.length - 1);
  });

  test.each([
    ["destination", null],
    ["destination", { url: "https://a.test" }],
    ["scope", 5],
  ])(
    "and no %s that can be read (%j) is left alone, named in the log and counted on the screen",
    async (field, odd) => {
      const hash = await readyStore();
      const { id } = hooks.only(hash, ORDER);
      onList((listed) => {
        for (const hook of listed) if (hook.id === id) hook[field] = odd;
      });
      const { plan, failures } = await reconcile(hash);
      expect(plan).toMatchObject({ create: [], update: [], enable: [], remove: [], unread: [ORDER] });
      expect([...failures.keys()]).toEqual([ORDER]);
      expect(changes()).toEqual([]);
      expect(await list(hash)).toMatchObject({ unreadable: 1, checkFailure: null });
      expect((await healthOf(hash))?.verdict).toBe("starting");
      expect(logged.join()).toMatch(new RegExp(String.raw`"odd":\["data\[\d+\]\.${field}: `));

      const turnedOff = await changeSubscriptions(hash, [{ scope: ORDER, wanted: false }], {
        by: ANA,
        now: new Date(),
      });
      expect(turnedOff.results).toMatchObject([{ outcome: "refused", code: "BIGCOMMERCE_UNREADABLE" }]);
      expect(hooks.only(hash, ORDER).id).toBe(id);

      onList(() => undefined);
      await reconcile(hash);
      expect(await list(hash)).not.toHaveProperty("unreadable");
    },
  );

  test("and not even an id costs nothing but itself", async () => {
    const hash = await readyStore();
    const { id } = hooks.only(hash, ORDER);
    onList((listed) => {
      for (const hook of listed) if (hook.id === id) hook.id = "?";
    });
    const { plan } = await reconcile(hash);
    expect(plan.keep).toHaveLength(STARTER_SCOPES.length);
    expect(changes()).toEqual([]);
  });

  test("and that was moved, is still known as ours when its id could not be read once", async () => {
    const hash = await readyStore();
    const own = hooks.only(hash, ORDER);
    await hooks.change(own, { destination: `https://production.example.com/api/webhooks/${hash}` });
    onList((listed) => {
      for (const hook of listed) if (hook.id === own.id) hook.id = true;
    });
    await reconcile(hash);
    onList(() => undefined);
    await reconcile(hash);
    expect(hooks.only(hash, ORDER)).toMatchObject({ id: own.id, destination: own.destination });
  });

  test("and that was moved, comes home though not a thing of it could be read in the list", async () => {
    const hash = await readyStore();
    const own = hooks.only(hash, ORDER);
    await hooks.change(own, { destination: `https://production.example.com/api/webhooks/${hash}` });
    onList((listed, answer) => {
      answer.data = listed.map((hook) => (hook.id === own.id ? "" : hook));
    });
    await reconcile(hash);
    expect(hooks.only(hash, ORDER)).toMatchObject({ id: own.id, destination: own.destination });
  });

  test("and that a list leaves out, though it counts it, is asked for before it counts as gone", async () => {
    const hash = await readyStore();
    const lost = hooks.only(hash, "store/product/created");
    const { id } = hooks.only(hash, ORDER);
    await hooks.lose(lost);
    since = hooks.calls.length;
    onList((listed, answer) => {
      answer.data = listed.filter((hook) => hook.id !== id);
    });
    const { plan } = await reconcile(hash);
    expect(plan.create.map(({ scope }) => scope)).toEqual([lost.scope]);
    expect(changes().map(({ method }) => method)).toEqual(["POST"]);
  });
});

describe("a list that is none", () => {
  test.each([
    [404, '{"status":404,"title":"Not found"}', "STORE_NOT_FOUND", "BigCommerce does not find this store"],
    [400, '{"status":400,"title":"Bad"}', "CHECK_REFUSED", "The webhooks could not be checked"],
    [422, "{}", "CHECK_REFUSED", "The webhooks could not be checked"],
    [200, "<html></html>", "BIGCOMMERCE_UNREADABLE", "BigCommerce's answer cannot be read"],
    [200, '{"data":{}}', "BIGCOMMERCE_UNREADABLE", "BigCommerce's answer cannot be read"],
    [204, "", "BIGCOMMERCE_UNREADABLE", "BigCommerce's answer cannot be read"],
    [302, "", "BIGCOMMERCE_UNREADABLE", "BigCommerce's answer cannot be read"],
  ])("%i %s is told as what it is, with no 5xx and nothing changed", async (status, text, code, title) => {
    const hash = await readyStore();
    answerList(status, text);
    const error = await reconcile(hash).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    const problem = problemResponse(error);
    expect(problem.status).toBe(409);
    expect(await problem.json()).toMatchObject({ code, title });
    const { checkFailure } = await list(hash);
    expect(checkFailure?.code).toBe(code);
    expect(checkFailure?.sentence).not.toMatch(/longer than usual|did not accept the change/);
    expect(changes()).toEqual([]);
    expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

describe("where a hook delivers", () => {
  test.each([
    ["a slash at its end", (address: string) => `${address}/`],
    ["a query", (address: string) => `${address}?a=1`],
    ["a host in capitals", (address: string) => address.replace("localhost", "LOCALHOST")],
    ["a scheme in capitals", (address: string) => address.replace("http:", "HTTP:")],
  ])("is our address when it is spelt with %s", async (_, spell) => {
    const hash = await readyStore();
    const hook = hooks.only(hash, ORDER);
    await hooks.change(hook, { destination: spell(hook.destination) });
    const { plan } = await reconcile(hash);
    expect(plan.keep).toHaveLength(STARTER_SCOPES.length);
    expect(await healthOf(hash)).toMatchObject({ verdict: "starting" });
    expect((await list(hash)).strays).toEqual([]);
  });
});

describe("another installation of this app in the same store", () => {
  const theirsOf = (hash: StoreHash): Promise<SimulatedHook> =>
    hooks.make(hash, {
      scope: ORDER,
      destination: `https://production.example.com/api/webhooks/${hash}`,
      headers: hooks.only(hash, ORDER).headers,
    });
  const ids = (hash: StoreHash) => hooks.ours(hash).map(({ id }) => id);

  test("keeps its hook when the event type is turned off here, and when it is turned on", async () => {
    const hash = await readyStore();
    const theirs = await theirsOf(hash);
    const by = { by: ANA, now: new Date() };
    const off = await changeSubscriptions(hash, [{ scope: ORDER, wanted: false }], by);
    expect(off.results).toMatchObject([{ outcome: "done" }]);
    expect(hooks.only(hash, ORDER)).toMatchObject({ id: theirs.id, destination: theirs.destination });
    await changeSubscriptions(hash, [{ scope: ORDER, wanted: true }], by);
    expect(ids(hash)).toContain(theirs.id);
    expect(ids(hash)).toHaveLength(STARTER_SCOPES.length + 1);
    expect((await list(hash)).strays).toMatchObject([{ id: String(theirs.id), isOfOthers: true }]);
  });

  test("loses it when a person says so, and nothing else goes by that way", async () => {
    const hash = await readyStore();
    const own = hooks.only(hash, ORDER);
    const theirs = await theirsOf(hash);
    const by = { by: ANA, now: new Date() };
    await expect(removeHookOfOthers(hash, String(own.id), by)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeHookOfOthers(hash, "none", by)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await removeHookOfOthers(hash, String(theirs.id), by);
    expect(hooks.only(hash, ORDER).id).toBe(own.id);
    const entry = { hookId: BigInt(theirs.id), action: "hook_removed", actorEmail: ANA.email };
    expect(await database().prisma.auditEntry.count({ where: { storeHash: hash, ...entry } })).toBe(1);
  });

  test("cannot have ours: one that was moved there is known by its id, and comes home", async () => {
    const hash = await readyStore();
    const own = hooks.only(hash, ORDER);
    await hooks.change(own, { destination: `https://production.example.com/api/webhooks/${hash}` });
    await reconcile(hash, { by: "keeper" });
    expect(hooks.only(hash, ORDER)).toMatchObject({ id: own.id, destination: own.destination });
  });
});

describe("a wildcard at our address that nobody chose", () => {
  const doubled = async () => {
    const hash = await readyStore();
    const { destination, headers } = hooks.only(hash, "store/order/statusUpdated");
    const wildcard = await hooks.make(hash, { scope: "store/order/*", destination, headers });
    return { hash, wildcard };
  };
  const isThere = (hash: StoreHash, { id }: SimulatedHook) => hooks.ours(hash).some((hook) => hook.id === id);

  test("is named as what brings events twice, and removed", async () => {
    const { hash, wildcard } = await doubled();
    await reconcile(hash, { isDryRun: true });
    expect(await healthOf(hash)).toMatchObject({ verdict: "overlaps_wildcard", remedy: "remove_double" });
    await reconcile(hash, { by: "keeper" });
    expect(isThere(hash, wildcard)).toBe(false);
    expect((await healthOf(hash))?.verdict).toBe("starting");
  });

  test("goes with the remedy of one event type that it doubles", async () => {
    const { hash, wildcard } = await doubled();
    await reconcile(hash, { scopes: ["store/product/created"] });
    expect(isThere(hash, wildcard)).toBe(true);
    await reconcile(hash, { scopes: [ORDER] });
    expect(isThere(hash, wildcard)).toBe(false);
  });

  test("stays, and stays named, where the app is only to tell", async () => {
    const { hash, wildcard } = await doubled();
    await database().prisma.store.update({ where: { hash }, data: { isTellingOnly: true } });
    await reconcile(hash, { by: "keeper" });
    expect(isThere(hash, wildcard)).toBe(true);
    expect(await healthOf(hash)).toMatchObject({ verdict: "overlaps_wildcard", isLeftToYou: true });
  });
});

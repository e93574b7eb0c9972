import { logged } from "#tests/support/captured-log.ts";
import { useApp } from "#tests/support/app.ts";
import { describe, expect, test, vi } from "vitest";
import { auditPage } from "#lib/features/audit/audit.ts";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { SessionView } from "#lib/contract/session.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

const rowsOf = async (hash: string) => {
  const { prisma } = database();
  const [store, members, subscriptions, jobs] = await Promise.all([
    prisma.store.findUnique({ where: { hash } }),
    prisma.membership.findMany({ where: { storeHash: hash } }),
    prisma.subscription.findMany({ where: { storeHash: hash } }),
    prisma.$queryRaw<{ task: string; key: string; payload: unknown }[]>`
      SELECT t.identifier AS task, j.key, j.payload FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE j.payload ->> 'storeHash' = ${hash}`,
  ]);
  return { store, members, subscriptions, jobs };
};

const callbackOf = (url: string, changes: Record<string, string>) => {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(changes)) changed.searchParams.set(name, value);
  return changed.href;
};

/** The address of an installation by the store's owner, not opened yet. */
async function installUrl(store: {
  hash: string;
  owner: { id: number };
  accountUuid: string;
}): Promise<string> {
  const code = `code-${crypto.randomUUID()}`;
  const { world } = app.simulator;
  const { scopes } = world.state.settings;
  world.state.codes.push({
    code,
    storeHash: store.hash,
    userId: store.owner.id,
    scopes,
    expiresAtMs: Date.now() + 60_000,
  });
  const query = {
    code,
    context: `stores/${store.hash}`,
    scope: scopes.join(" "),
    account_uuid: store.accountUuid,
  };
  return callbackOf(`${config().appUrl}/api/bigcommerce/auth`, query);
}

describe("an installation", () => {
  test("keeps store, owner, first subscriptions and the job that registers them, and lets the owner in", async () => {
    const store = app.newStore();
    const { location, cookie } = await app.install(store);
    expect(location).toBe(`/s/${store.hash}/welcome`);

    const rows = await rowsOf(store.hash);
    expect(rows.store).toMatchObject({
      accountUuid: store.accountUuid,
      uninstalledAt: null,
      ownerUserId: BigInt(store.owner.id),
    });
    expect(rows.members).toMatchObject([{ userId: BigInt(store.owner.id), isOwner: true, removedAt: null }]);
    expect(rows.subscriptions.map(({ scope }) => scope).toSorted()).toEqual([...STARTER_SCOPES].toSorted());
    expect(rows.jobs).toEqual([
      {
        task: "reconcile-store",
        key: `reconcile-store:${store.hash}`,
        payload: { storeHash: store.hash, because: "install" },
      },
    ]);

    const view = SessionView.parse(await (await app.call(`/s/${store.hash}/api/session`, cookie)).json());
    expect(view).toMatchObject({
      store: { hash: store.hash },
      user: { email: store.owner.email, isOwner: true },
    });
    expect(view.store.reopenUrl).toBe(`${app.simulator.url}/manage/${store.hash}/app`);
  });

  test("never writes the token as it is", async () => {
    const store = app.newStore();
    await app.install(store);
    const token = store.installation?.accessToken ?? "";
    expect(token).not.toBe("");
    expect((await rowsOf(store.hash)).store?.accessTokenSealed).not.toContain(token);
  });

  test("that comes again doubles nothing, and ends the sessions before it", async () => {
    const store = app.newStore();
    const before = await app.install(store);
    await database().prisma.subscription.updateMany({
      where: { storeHash: store.hash },
      data: { isWanted: false },
    });
    const after = await app.install(store);

    const { members, subscriptions, jobs } = await rowsOf(store.hash);
    expect([members.length, subscriptions.length, jobs.length]).toEqual([1, STARTER_SCOPES.length, 1]);
    expect(subscriptions.every(({ isWanted }) => !isWanted)).toBe(true);
    expect((await app.call(`/s/${store.hash}/api/session`, before.cookie)).status).toBe(401);
    expect((await app.call(`/s/${store.hash}/api/session`, after.cookie)).status).toBe(200);
  });
});

describe("an installation is refused and leaves nothing behind", () => {
  test("when its code was used before", async () => {
    const store = app.newStore();
    const url = await installUrl(store);
    expect((await app.open(url)).location).toBe(`/s/${store.hash}/welcome`);
    const epoch = (await rowsOf(store.hash)).store?.sessionEpoch;
    expect(await app.open(url)).toMatchObject({
      status: 303,
      location: "/launch-failed?reason=install_refused",
      cookie: "",
    });
    expect((await rowsOf(store.hash)).store?.sessionEpoch).toBe(epoch);
  });

  test("when the code is another store's", async () => {
    const [mine, theirs] = [app.newStore(), app.newStore()];
    const url = callbackOf(await installUrl(mine), { context: `stores/${theirs.hash}` });
    expect((await app.open(url)).location).toBe("/launch-failed?reason=install_refused");
    expect((await rowsOf(theirs.hash)).store).toBeNull();
  });

  test("when the grant is for another store than the callback named", async () => {
    const [mine, theirs] = [app.newStore(), app.newStore()];
    const url = await installUrl(mine);
    const { fetch } = globalThis;
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
      input === `${config().bigcommerce.loginUrl}/oauth2/token`
        ? Promise.resolve(
            Response.json({ access_token: "t", context: `stores/${theirs.hash}`, user: { id: 1 } }),
          )
        : fetch(input, init),
    );
    expect((await app.open(url)).location).toBe("/launch-failed?reason=link_invalid");
    expect([(await rowsOf(mine.hash)).store, (await rowsOf(theirs.hash)).store]).toEqual([null, null]);
  });

  test("when BigCommerce fails, and the next attempt works", async () => {
    const store = app.newStore();
    await app.control("/faults", { oauth: "500" });
    expect((await app.open(await installUrl(store))).location).toBe(
      "/launch-failed?reason=bigcommerce_unreachable",
    );
    expect((await rowsOf(store.hash)).store).toBeNull();
    await app.control("/faults", { oauth: "none" });
    expect((await app.open(await installUrl(store))).location).toBe(`/s/${store.hash}/welcome`);
  });

  test.each([
    ["without a code", (url: string) => callbackOf(url, { code: "" })],
    ["without a store", (url: string) => callbackOf(url, { context: "" })],
    ["for a store that is none", (url: string) => callbackOf(url, { context: "stores/../etc" })],
    ["with two codes", (url: string) => `${url}&code=another`],
    ["with the same code twice", (url: string) => `${url}&code=${new URL(url).searchParams.get("code")}`],
    ["for two stores", (url: string) => `${url}&context=stores%2Fother`],
    ["with its scopes twice", (url: string) => `${url}&scope=store_v2_orders`],
    ["with a code longer than any", (url: string) => callbackOf(url, { code: "c".repeat(513) })],
    [
      "for a store longer than any",
      (url: string) => callbackOf(url, { context: `stores/${"a".repeat(33)}` }),
    ],
    ["for a store with a capital letter", (url: string) => callbackOf(url, { context: "stores/Abc" })],
    ["with more scopes than there are", (url: string) => callbackOf(url, { scope: "s".repeat(8193) })],
  ])("when it comes %s", async (_how, change) => {
    const store = app.newStore();
    expect((await app.open(change(await installUrl(store)))).location).toBe(
      "/launch-failed?reason=link_invalid",
    );
    expect((await rowsOf(store.hash)).store).toBeNull();
  });

  test("when its job cannot be enqueued", async () => {
    const store = app.newStore();
    const { prisma } = database();
    await prisma.$executeRaw`ALTER SCHEMA graphile_worker RENAME TO elsewhere`;
    const { location } = await app.open(await installUrl(store));
    await prisma.$executeRaw`ALTER SCHEMA elsewhere RENAME TO graphile_worker`;
    expect(location).toMatch(/^\/launch-failed\?reason=unexpected&reference=\w{4}-\w{2}$/);
    const { store: row, members, subscriptions } = await rowsOf(store.hash);
    expect([row, members, subscriptions]).toEqual([null, [], []]);
  });
});

describe("an answer of BigCommerce that is not as documented", () => {
  /** Installs a store while the token answer is changed on its way. */
  const installed = async (change: (answer: Record<string, unknown>) => void, store = app.newStore()) => {
    const { fetch } = globalThis;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      const response = await fetch(input, init);
      if (input !== `${config().bigcommerce.loginUrl}/oauth2/token`) return response;
      const answer = (await response.json()) as Record<string, unknown>;
      change(answer);
      return Response.json(answer);
    });
    const { location } = await app.open(await installUrl(store));
    return { hash: store.hash, store, location };
  };
  const leftOut = async (storeHash: string) => {
    const { entries } = await auditPage(StoreHash.parse(storeHash), { limit: 50 });
    return entries.filter(({ action }) => action === "install_incomplete").map(({ reason }) => reason);
  };

  test.each<[string, (answer: Record<string, unknown>) => void, RegExp | null]>([
    ["whose scope is null", (answer) => void (answer.scope = null), /what the store grants/],
    ["whose scope is a list", (answer) => void (answer.scope = String(answer.scope).split(" ")), null],
    ["whose owner is null", (answer) => void (answer.owner = null), /who owns the store/],
    ["whose owner has no id", (answer) => void (answer.owner = { email: "a@b.c" }), /who owns the store/],
    ["whose account is null", (answer) => void (answer.account_uuid = null), /which account/],
    [
      "whose person has no address",
      (answer) => void (answer.user = { ...(answer.user as object), email: null, username: null }),
      /e-mail address/,
    ],
    [
      "whose ids are text",
      (answer) => {
        answer.user = { ...(answer.user as object), id: String((answer.user as { id: number }).id) };
        answer.owner = { ...(answer.owner as object), id: String((answer.owner as { id: number }).id) };
      },
      null,
    ],
  ])("%s: the app is installed, and says what was left out", async (_how, change, sentence) => {
    logged.length = 0;
    const { hash, store, location } = await installed(change);
    expect(location).toBe(`/s/${hash}/welcome`);
    const rows = await rowsOf(hash);
    expect(rows.store?.scopes).toEqual(app.simulator.world.state.settings.scopes);
    expect(rows.members).toMatchObject([{ userId: BigInt(store.owner.id) }]);
    expect(await leftOut(hash)).toEqual(sentence ? [expect.stringMatching(sentence)] : []);
    expect(logged.join("").includes("left details of an installation out")).toBe(sentence !== null);
  });

  test("leaves what was known before", async () => {
    const store = app.newStore();
    await app.install(store);
    const { hash } = await installed((answer) => {
      answer.owner = null;
      answer.account_uuid = null;
      answer.user = { id: store.owner.id };
    }, store);
    const { store: row, members } = await rowsOf(hash);
    expect(row).toMatchObject({ ownerUserId: BigInt(store.owner.id), accountUuid: store.accountUuid });
    expect(members).toMatchObject([{ isOwner: true }]);
    const person = await database().prisma.user.findUnique({ where: { id: store.owner.id } });
    expect(person).toMatchObject({ email: store.owner.email });
  });

  test.each<[string, (answer: Record<string, unknown>) => void, RegExp]>([
    ["without a token", (answer) => void (answer.access_token = null), /unreadable at access_token/],
    ["without a store", (answer) => void delete answer.context, /unreadable at context/],
    ["without a person", (answer) => void (answer.user = []), /unreadable at user/],
    ["whose person has no number", (answer) => void (answer.user = { id: "none" }), /unreadable at user.id/],
  ])("%s installs nothing, and is not blamed on speed", async (_how, change, why) => {
    logged.length = 0;
    const { hash, location } = await installed(change);
    expect(location).toBe("/launch-failed?reason=install_unreadable");
    expect((await rowsOf(hash)).store).toBeNull();
    expect(logged.join("")).toMatch(why);
  });
});

test("a merchant who cancels is told so", async () => {
  const url = `${config().appUrl}/api/bigcommerce/auth?error=access_denied&error_description=no&context=stores%2Fabc123`;
  expect((await app.open(url)).location).toBe("/launch-failed?reason=install_cancelled");
});

test("an installation tolerates parameters that nobody knows, however often they come", async () => {
  const store = app.newStore();
  const url = `${await installUrl(store)}&unknown=1&unknown=2&account_uuid=another&constructor=1`;
  expect((await app.open(url)).location).toBe(`/s/${store.hash}/welcome`);
});

describe("an installation from another site", () => {
  test("that says so twice has failed, and leaves nothing behind", async () => {
    const { clientId } = config().bigcommerce;
    const store = app.newStore();
    const url = `${await installUrl(store)}&external_install=true&external_install=true`;
    expect(await app.open(url)).toMatchObject({ location: `/app/${clientId}/install/failed`, cookie: "" });
    expect((await rowsOf(store.hash)).store).toBeNull();
  });

  test("sends the browser back to BigCommerce with how it went", async () => {
    const { loginUrl, clientId } = config().bigcommerce;
    const url = callbackOf(await installUrl(app.newStore()), { external_install: "true" });
    const ends = [await fetch(url, { redirect: "manual" }), await fetch(url, { redirect: "manual" })];
    expect(ends.map(({ headers }) => headers.get("Location"))).toEqual([
      `${loginUrl}/app/${clientId}/install/succeeded`,
      `${loginUrl}/app/${clientId}/install/failed`,
    ]);
  });
});

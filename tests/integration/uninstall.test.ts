import { useApp } from "#tests/support/app.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Problem } from "#lib/contract/problems.ts";
import { database } from "#lib/platform/db/client.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";
import { runDueJobs } from "#tests/support/jobs.ts";

useDatabase();
const app = useApp();

const MINUTE = 60_000;
const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);

let store: SimulatedStore;
let cookie: string;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  store = app.newStore();
  ({ cookie } = await app.install(store));
  passes(2 * MINUTE);
});
afterEach(() => {
  vi.useRealTimers();
});

const row = () => database().prisma.store.findUniqueOrThrow({ where: { hash: store.hash } });
const member = (userId: number | undefined) =>
  database().prisma.membership.findUnique({
    where: { storeHash_userId: { storeHash: store.hash, userId: BigInt(userId ?? 0) } },
  });
const session = (of = cookie) => app.call(`/s/${store.hash}/api/session`, of);
const code = async (response: Response) => Problem.parse(await response.json()).code;
/** A callback of BigCommerce's server, made now and to be called whenever. */
const callbackUrl = async (
  callback: "uninstall" | "remove-user",
  options: Parameters<typeof app.launchUrl>[1] = {},
) => (await app.launchUrl(store, options)).replace("/load?", `/${callback}?`);

describe("an uninstall", () => {
  test("forgets the token, ends every session, and keeps what the merchant chose", async () => {
    expect(await app.control(`/stores/${store.hash}/uninstall`, {})).toEqual({
      callback: { status: 200, error: null },
    });
    expect(await row()).toMatchObject({ accessTokenSealed: null, uninstalledAt: new Date(Date.now()) });
    expect(await code(await session())).toBe("STORE_UNINSTALLED");
    expect(await database().prisma.subscription.count({ where: { storeHash: store.hash } })).toBeGreaterThan(
      0,
    );
  });

  test("that comes again changes nothing", async () => {
    const url = await callbackUrl("uninstall");
    await fetch(url);
    const before = await row();
    passes(MINUTE);
    const response = await fetch(url);
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
    expect(await row()).toEqual(before);
  });

  test("that comes hours late is still carried out", async () => {
    const url = await callbackUrl("uninstall");
    passes(20 * 60 * MINUTE);
    expect((await fetch(url)).status).toBe(200);
    expect((await row()).accessTokenSealed).toBeNull();
  });

  test("from before a reinstallation does not undo it", async () => {
    const url = await callbackUrl("uninstall");
    await fetch(url);
    passes(5 * MINUTE);
    const again = await app.install(store);
    expect((await fetch(url)).status).toBe(200);
    expect(await row()).toMatchObject({ uninstalledAt: null, accessTokenSealed: expect.any(String) });
    expect((await session(again.cookie)).status).toBe(200);
    expect(await code(await session())).toBe("SESSION_ENDED");
  });

  /** The reinstallation follows at once: the callback is issued, and nothing is told before the store is back. */
  describe("that comes after a reinstallation at once", () => {
    const uninstallAtBigCommerce = () => {
      const { world } = app.simulator;
      world.state.hooks = world.state.hooks.filter(({ store_hash }) => store_hash !== store.hash);
      store.installation = null;
    };

    test.each([
      ["within the same second", 0],
      ["after two seconds", 2_000],
      ["after 59 seconds", 59_000],
    ])("%s, undoes nothing, however often it comes", async (_when, ms) => {
      vi.setSystemTime(Math.floor(Date.now() / 1000) * 1000 + 100);
      const url = await callbackUrl("uninstall");
      uninstallAtBigCommerce();
      passes(ms);
      const again = await app.install(store);
      const before = await row();
      for (let times = 0; times < 3; times += 1) {
        expect((await fetch(url)).status).toBe(200);
        passes(1_000);
      }
      expect(await row()).toEqual(before);
      expect((await session(again.cookie)).status).toBe(200);
    });

    test("is carried out when the store removed the app once more", async () => {
      await app.install(store);
      expect(await app.control(`/stores/${store.hash}/uninstall`, {})).toMatchObject({
        callback: { status: 200 },
      });
      expect(await row()).toMatchObject({ accessTokenSealed: null, uninstalledAt: expect.any(Date) });
    });

    test("is left to a job while BigCommerce says neither yes nor no", async () => {
      const url = await callbackUrl("uninstall");
      await app.install(store);
      store.installation = null;
      await app.control("/faults", { api: "503" });
      expect((await fetch(url)).status).toBe(200);
      await app.control("/faults", { api: "none" });
      expect((await row()).uninstalledAt).toBeNull();
      await runDueJobs();
      expect((await row()).uninstalledAt).not.toBeNull();
    });
  });

  test("of a store that never was here is well received", async () => {
    const response = await fetch(await callbackUrl("uninstall", { claims: { sub: "stores/neverhere" } }));
    expect(response.status).toBe(200);
  });
});

describe("a removal", () => {
  test("ends the person's access and sessions, once", async () => {
    const staff = await app.launch(store, { user: "staff" });
    passes(2 * MINUTE);
    const url = await callbackUrl("remove-user", { user: "staff" });
    expect((await fetch(url)).status).toBe(200);
    const before = await member(store.staff[0]?.id);
    expect(before?.removedAt).not.toBeNull();
    expect((await fetch(url)).status).toBe(200);
    expect(await member(store.staff[0]?.id)).toEqual(before);
    expect(await code(await session(staff.cookie))).toBe("ACCESS_WITHDRAWN");
    expect((await session()).status).toBe(200);
  });

  test("from before access was given again, sent once more, does not take it away", async () => {
    await app.launch(store, { user: "staff" });
    passes(2 * MINUTE);
    const url = await callbackUrl("remove-user", { user: "staff" });
    await fetch(url);
    passes(5 * MINUTE);
    const back = await app.launch(store, { user: "staff" });
    await fetch(url);
    expect((await session(back.cookie)).status).toBe(200);
  });

  test("of somebody whom we never saw leaves a trace, and links from before it open nothing", async () => {
    const link = await app.launchUrl(store, { user: "staff" });
    passes(MINUTE);
    const url = await callbackUrl("remove-user", { user: "staff" });
    expect((await fetch(url)).status).toBe(200);
    expect(await member(store.staff[0]?.id)).toMatchObject({ isOwner: false, removedAt: expect.any(Date) });
    expect((await app.open(link)).location).toBe("/launch-failed?reason=access_withdrawn");

    passes(MINUTE);
    const back = await app.launch(store, { user: "staff" });
    expect((await session(back.cookie)).status).toBe(200);
    expect(await member(store.staff[0]?.id)).toMatchObject({ removedAt: null });
  });

  test("after access was given again and never used holds for the links between", async () => {
    await fetch(await callbackUrl("remove-user", { user: "staff" }));
    passes(MINUTE);
    const link = await app.launchUrl(store, { user: "staff" });
    passes(MINUTE);
    const [early, late] = [
      await callbackUrl("remove-user", {
        user: "staff",
        claims: { iat: Math.floor(Date.now() / 1000) - 90 },
      }),
      await callbackUrl("remove-user", { user: "staff" }),
    ];
    await fetch(late);
    await fetch(early);
    expect((await app.open(link)).location).toBe("/launch-failed?reason=access_withdrawn");
  });

  test("from before the first visit, sent late, does not take the access away", async () => {
    const url = await callbackUrl("remove-user", { user: "staff" });
    passes(5 * MINUTE);
    const { cookie: staff } = await app.launch(store, { user: "staff" });
    expect((await fetch(url)).status).toBe(200);
    expect((await session(staff)).status).toBe(200);
  });

  test("from just before access was given again does not take it away", async () => {
    await app.launch(store, { user: "staff" });
    const url = await callbackUrl("remove-user", { user: "staff" });
    passes(2_000);
    const back = await app.launch(store, { user: "staff" });
    expect((await fetch(url)).status).toBe(200);
    expect((await session(back.cookie)).status).toBe(200);
  });

  test("counts against a link from before it, however late that was opened", async () => {
    const link = await app.launchUrl(store, { user: "staff" });
    passes(1_000);
    const url = await callbackUrl("remove-user", { user: "staff" });
    passes(3 * MINUTE);
    const { cookie: staff } = await app.open(link);
    expect((await session(staff)).status).toBe(200);
    expect((await fetch(url)).status).toBe(200);
    expect(await code(await session(staff))).toBe("ACCESS_WITHDRAWN");
  });

  test("from an earlier installation leaves who installed the app anew", async () => {
    const url = await callbackUrl("remove-user");
    passes(2_000);
    const again = await app.install(store);
    expect((await fetch(url)).status).toBe(200);
    expect((await session(again.cookie)).status).toBe(200);
  });

  test("of somebody whom another store knows leaves their access there, and their address", async () => {
    const other = app.newStore();
    await app.install(other);
    const id = other.owner.id;
    const { email } = await database().prisma.user.findUniqueOrThrow({ where: { id } });
    const stranger = { user: { id, email: "old@example.com" } };
    expect((await fetch(await callbackUrl("remove-user", { claims: stranger }))).status).toBe(200);
    expect((await member(id))?.removedAt).not.toBeNull();
    expect(await database().prisma.user.findUnique({ where: { id } })).toMatchObject({ email });
    expect(
      await database().prisma.membership.count({ where: { storeHash: other.hash, removedAt: null } }),
    ).toBe(1);
  });

  test("in a store that never was here is well received and written nowhere", async () => {
    const claims = { sub: "stores/neverhere", user: { id: 987654, email: "nobody@example.com" } };
    expect((await fetch(await callbackUrl("remove-user", { claims }))).status).toBe(200);
    expect(await database().prisma.user.count({ where: { id: 987654 } })).toBe(0);
  });
});

describe.each(["uninstall", "remove-user"] as const)("the %s callback", (callback) => {
  test.each([
    ["of another app", { claims: { aud: "another-app" } }],
    ["signed with another secret", { secret: "x".repeat(64) }],
    ["not signed at all", { alg: "none" }],
    ["of yesterday", { claims: { exp: Math.floor(Date.now() / 1000) - 1 } }],
  ])("%s changes nothing", async (_how, options) => {
    const [before, owner] = [await row(), await member(store.owner.id)];
    const response = await fetch(await callbackUrl(callback, options));
    expect([response.status, await response.json()]).toMatchObject([401, { ok: false }]);
    expect([await row(), await member(store.owner.id)]).toEqual([before, owner]);
  });
});

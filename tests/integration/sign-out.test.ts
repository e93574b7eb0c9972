import { useApp, type Opened } from "#tests/support/app.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { requireAccess, stillHasAccess } from "#lib/features/auth/access.ts";
import { Problem } from "#lib/contract/problems.ts";
import { StoreHash } from "#lib/ids.ts";
import { cookieName } from "#lib/platform/session/cookie.ts";
import { openSession } from "#lib/platform/session/seal.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

let store: SimulatedStore;
let owner: Opened;
let staff: Opened;

beforeEach(async () => {
  store = app.newStore();
  owner = await app.install(store);
  staff = await app.launch(store, { user: "staff" });
});

const end = ({ cookie }: Opened, body: unknown, headers: Record<string, string> = {}) =>
  app.call(`/s/${store.hash}/api/session/end`, cookie, {
    method: "POST",
    body: JSON.stringify(body),
    headers,
  });
const statusOf = async ({ cookie }: Opened, { hash } = store) =>
  (await app.call(`/s/${hash}/api/session`, cookie)).status;
const problem = async (response: Response) => Problem.parse(await response.json());

describe("signing out", () => {
  test("ends the sessions of this person in every browser, and nobody else's", async () => {
    const elsewhere = await app.launch(store);
    const response = await end(owner, { who: "me" });
    expect([response.status, await response.json()]).toEqual([200, { ended: "me" }]);
    expect(response.headers.getSetCookie()[0]).toMatch(
      new RegExp(`^${cookieName("session")}=; Path=/s/${store.hash}; Max-Age=0;`),
    );
    expect(await Promise.all([owner, elsewhere, staff].map((who) => statusOf(who)))).toEqual([401, 401, 200]);
  });

  test("takes no access away: opening the app again begins another session", async () => {
    await end(staff, { who: "me" });
    expect(await statusOf(await app.launch(store, { user: "staff" }))).toBe(200);
  });

  test("stays in its store", async () => {
    const other = app.newStore();
    const there = await app.install(other);
    await end(owner, { who: "everyone" });
    expect(await statusOf(there, other)).toBe(200);
  });

  test("of everybody is the owner's right", async () => {
    const response = await end(staff, { who: "everyone" });
    expect(await problem(response)).toMatchObject({
      status: 403,
      code: "OWNER_ONLY",
      detail: "Ask the owner of the store to do it.",
    });
    expect(await Promise.all([owner, staff].map((who) => statusOf(who)))).toEqual([200, 200]);

    expect((await end(owner, { who: "everyone" })).status).toBe(200);
    expect(await Promise.all([owner, staff].map((who) => statusOf(who)))).toEqual([401, 401]);
  });

  test("can be asked for by our own pages alone", async () => {
    const response = await end(owner, { who: "me" }, { "Sec-Fetch-Site": "cross-site" });
    expect(await problem(response)).toMatchObject({ status: 403, code: "FORBIDDEN_ORIGIN" });
    expect(await statusOf(owner)).toBe(200);
  });

  test.each([{}, { who: "somebody" }, { who: ["me"] }])("with %j is not understood", async (body) => {
    expect(await problem(await end(owner, body))).toMatchObject({ status: 400, code: "INVALID_INPUT" });
    expect(await statusOf(owner)).toBe(200);
  });
});

describe("what goes on longer than a request", () => {
  const accessOf = async ({ cookie }: Opened) => {
    const hash = StoreHash.parse(store.hash);
    const claims = await openSession(cookie.split("=").slice(1).join("="), hash, new Date());
    if (!claims) throw new Error("the session does not open");
    return requireAccess(claims);
  };

  test.each([
    ["the person signs out", () => end(staff, { who: "me" })],
    ["the owner signs everybody out", () => end(owner, { who: "everyone" })],
    ["the person is removed", () => app.control(`/stores/${store.hash}/remove-user`, { user: "staff" })],
    ["the store removes the app", () => app.control(`/stores/${store.hash}/uninstall`, {})],
  ])("has no access any more once %s", async (_what, happen) => {
    const access = await accessOf(staff);
    expect(await stillHasAccess(access)).toBe(true);
    await happen();
    expect(await stillHasAccess(access)).toBe(false);
  });
});

import { useApp, type CallInit, type Opened } from "#tests/support/app.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { config } from "#lib/config/config.ts";
import { Problem } from "#lib/contract/problems.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { cookieName } from "#lib/platform/session/cookie.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

const MINUTE = 60_000;
const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);

let store: SimulatedStore;
let owner: Opened;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  store = app.newStore();
  owner = await app.install(store);
});
afterEach(() => {
  vi.useRealTimers();
});

const session = (cookie: string, { hash } = store) => app.call(`/s/${hash}/api/session`, cookie);
const verdict = async (response: Response) => [response.status, Problem.parse(await response.json()).code];
const pairOf = (line: string | undefined) => line?.split(";")[0] ?? "";

describe("a session", () => {
  test("is needed", async () => {
    const response = await session("");
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await verdict(response)).toEqual([401, "SESSION_ENDED"]);
  });

  test("of one store opens no other, not for the same person either", async () => {
    const other = app.newStore();
    const opened = await app.install(other);
    expect(await verdict(await session(owner.cookie, other))).toEqual([401, "SESSION_ENDED"]);
    expect((await session(`${owner.cookie}; ${opened.cookie}`, other)).status).toBe(200);
    expect((await session(`${owner.cookie}; ${opened.cookie}`)).status).toBe(200);
  });

  test("is for an address that names a store", async () => {
    expect(await verdict(await session(owner.cookie, { ...store, hash: "No-Store" }))).toEqual([
      404,
      "NOT_FOUND",
    ]);
  });

  test("never tells more than it should, and is kept by nobody", async () => {
    const response = await session(owner.cookie);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const { store: shown, user } = z
      .looseObject({ store: z.looseObject({}), user: z.looseObject({}) })
      .parse(await response.json());
    expect(Object.keys(shown).toSorted()).toEqual(
      [
        "domain",
        "hash",
        "installedAt",
        "isDemo",
        "name",
        "needsReauthorisation",
        "reopenUrl",
        "timezone",
      ].toSorted(),
    );
    expect(Object.keys(user).toSorted()).toEqual([
      "chosenLanguage",
      "email",
      "id",
      "isOwner",
      "language",
      "locale",
      "mayChangeWebhooks",
      "setup",
      "showsTechnicalDetails",
      "usesKeys",
    ]);
  });

  test("is prolonged while it is used, ends an hour after the last use, and after ten hours anyhow", async () => {
    passes(21 * MINUTE);
    const [renewed, ...others] = (await session(owner.cookie)).headers.getSetCookie();
    expect(others).toEqual([]);
    expect(renewed).toMatch(/; Path=\/s\/\w+; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned$/);
    passes(40 * MINUTE);
    expect((await session(owner.cookie)).status).toBe(401);

    let cookie = pairOf(renewed);
    for (let minutes = 61; minutes < 600 - 30; minutes += 30) {
      const response = await session(cookie);
      expect(response.status).toBe(200);
      cookie = pairOf(response.headers.getSetCookie()[0]) || cookie;
      passes(30 * MINUTE);
    }
    passes(60 * MINUTE);
    expect((await session(cookie)).status).toBe(401);
  });

  test("is not prolonged by the request that signs out", async () => {
    passes(21 * MINUTE);
    const response = await app.call(`/s/${store.hash}/api/session/end`, owner.cookie, {
      method: "POST",
      body: '{"who":"me"}',
    });
    expect(response.headers.getSetCookie()).toEqual([expect.stringContaining("Max-Age=0")]);
  });
});

describe("a person who is removed", () => {
  test("is out at the next request, in this store alone", async () => {
    const other = app.newStore();
    const person = { user: { ...store.staff[0] } };
    await app.install(other);
    const [here, there] = [
      await app.launch(store, { user: "staff" }),
      await app.launch(other, { user: "staff", claims: person }),
    ];
    passes(2 * MINUTE);
    await app.control(`/stores/${store.hash}/remove-user`, { user: "staff" });
    expect(await verdict(await session(here.cookie))).toEqual([403, "ACCESS_WITHDRAWN"]);
    expect((await session(there.cookie, other)).status).toBe(200);
    expect((await session(owner.cookie)).status).toBe(200);
  });
});

describe("an answer that goes on for long", () => {
  let isStillAllowed: () => Promise<boolean>;
  const route = storeRoute({
    run: (input) => {
      ({ isStillAllowed } = input);
      return {};
    },
  });
  const begin = (cookie: string) =>
    route(new Request(`${config().appUrl}/s/${store.hash}/api/thing`, { headers: { Cookie: cookie } }), {
      params: Promise.resolve({ storeHash: store.hash }),
    });

  test("ends with its person's access", async () => {
    await begin((await app.launch(store, { user: "staff" })).cookie);
    expect(await isStillAllowed()).toBe(true);
    passes(2 * MINUTE);
    await app.control(`/stores/${store.hash}/remove-user`, { user: "staff" });
    expect(await isStillAllowed()).toBe(false);
  });

  test("outlives the cookie that it was begun with, and ends after ten hours", async () => {
    await begin(owner.cookie);
    passes(599 * MINUTE);
    expect(await isStillAllowed()).toBe(true);
    passes(MINUTE);
    expect(await isStillAllowed()).toBe(false);
  });
});

describe("a store's route", () => {
  const route = storeRoute({
    query: z.object({ limit: z.coerce.number().max(200).default(50) }),
    body: z.object({ wanted: z.boolean() }),
    answer: z.object({ wanted: z.boolean(), limit: z.number() }),
    run: ({ body, query, params }) => {
      if (params.fail) throw new Error("the token is hunter2");
      return { ...body, ...query, accessToken: "never to leave" };
    },
  });
  const put = (body: string, headers: Record<string, string> = {}, { query = "", params = {} } = {}) => {
    const request = new Request(`${config().appUrl}/s/${store.hash}/api/thing${query}`, {
      method: "PUT",
      body,
      headers: {
        Cookie: owner.cookie,
        "Content-Type": "application/json",
        "Sec-Fetch-Site": "same-origin",
        "X-Requested-With": "webhook-keeper",
        ...headers,
      },
    });
    return route(request, { params: Promise.resolve({ storeHash: store.hash, ...params }) });
  };

  test("answers the named fields alone", async () => {
    expect(await (await put('{"wanted":true}', {}, { query: "?limit=7" })).json()).toEqual({
      wanted: true,
      limit: 7,
    });
  });

  test("refuses a change from another site before anything else", async () => {
    expect(await verdict(await put('{"wanted":true}', { "Sec-Fetch-Site": "cross-site" }))).toEqual([
      403,
      "FORBIDDEN_ORIGIN",
    ]);
  });

  test("names the faults of what it gets", async () => {
    expect(await verdict(await put("{"))).toEqual([400, "INVALID_INPUT"]);
    const response = await put('{"wanted":"yes"}');
    expect(Problem.parse(await response.json()).detail).toContain("wanted");
    expect(await verdict(await put('{"wanted":true}', {}, { query: "?limit=201" }))).toEqual([
      400,
      "INVALID_INPUT",
    ]);
    expect(await verdict(await put(`"${"x".repeat(300_000)}"`))).toEqual([413, "INPUT_TOO_LARGE"]);
  });

  test("keeps a fault of ours to itself", async () => {
    const response = await put('{"wanted":true}', {}, { params: { fail: "1" } });
    expect(await response.clone().text()).not.toContain("hunter2");
    expect(await verdict(response)).toEqual([500, "UNEXPECTED"]);
  });

  test("names the methods that it has", async () => {
    const response = await app.call(`/s/${store.hash}/api/session`, owner.cookie, { method: "DELETE" });
    expect(response.headers.get("Allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect(await verdict(response)).toEqual([405, "METHOD_NOT_ALLOWED"]);
  });
});

describe("next-auth", () => {
  const auth = (action: string, cookie = owner.cookie, init: CallInit = {}) =>
    app.call(`/s/${store.hash}/auth/${action}`, cookie, init);
  const csrf = async () => {
    const response = await auth("csrf");
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await response.json());
    const cookie =
      response.headers
        .getSetCookie()
        .map(pairOf)
        .find((pair) => pair.startsWith(cookieName("csrf"))) ?? "";
    return { csrfToken, cookie };
  };
  const signOut = async (headers: Record<string, string> = {}, token?: string) => {
    const { csrfToken, cookie } = await csrf();
    const body = new URLSearchParams({
      csrfToken: token ?? csrfToken,
      callbackUrl: "https://evil.example/",
      json: "true",
    });
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    return auth("signout", `${owner.cookie}; ${cookie}`, {
      method: "POST",
      body,
      headers: { ...type, ...headers },
    });
  };

  test("tells the session, renews it, and tells nothing without one", async () => {
    const response = await auth("session");
    expect(await response.json()).toMatchObject({ user: { id: String(store.owner.id) }, store: store.hash });
    const renewed = response.headers
      .getSetCookie()
      .map(pairOf)
      .find((pair) => pair.startsWith(`${cookieName("session")}=`));
    expect((await session(renewed ?? "")).status).toBe(200);
    expect(await (await auth("session", "")).json()).toEqual({});
  });

  test("sets every cookie for a frame of another site and for this store alone", async () => {
    const responses = [await auth("session"), await auth("csrf")];
    const lines = responses.flatMap(({ headers }) => headers.getSetCookie());
    expect(lines.map((line) => line.split("=")[0] ?? "").toSorted()).toEqual([
      cookieName("csrf"),
      cookieName("csrf"),
      cookieName("session"),
    ]);
    for (const line of lines) {
      for (const part of [`Path=/s/${store.hash}`, "HttpOnly", "Secure", "SameSite=None", "Partitioned"]) {
        expect(line.split("; ")).toContain(part);
      }
    }
  });

  test("signs out: every session of the person in this store is over, and no address from outside is followed", async () => {
    const elsewhere = await app.launch(store);
    const response = await signOut();
    expect(await response.json()).toEqual({ url: `${config().appUrl}/s/${store.hash}` });
    expect(
      response.headers
        .getSetCookie()
        .some((line) => line.includes(`${cookieName("session")}=;`) && line.includes("Max-Age=0")),
    ).toBe(true);
    expect(await verdict(await session(owner.cookie))).toEqual([401, "SESSION_ENDED"]);
    expect(await verdict(await session(elsewhere.cookie))).toEqual([401, "SESSION_ENDED"]);
    expect((await session((await app.launch(store)).cookie)).status).toBe(200);
  });

  test("does not sign out for another site, nor without its own token", async () => {
    expect(await verdict(await signOut({ "Sec-Fetch-Site": "cross-site" }))).toEqual([
      403,
      "FORBIDDEN_ORIGIN",
    ]);
    expect(await verdict(await signOut({}, "0".repeat(64)))).toEqual([403, "FORBIDDEN_ORIGIN"]);
    expect((await session(owner.cookie)).status).toBe(200);
  });

  test("does not prolong a session whose access ended", async () => {
    await app.control(`/stores/${store.hash}/uninstall`, {});
    const response = await auth("session");
    expect(await response.json()).toEqual({});
    expect(response.headers.getSetCookie().join()).toContain("Max-Age=0");
  });

  test.each(["signin", "error", "callback/credentials", "verify-request", "_log", "session/x"])(
    "has no %s",
    async (action) => {
      expect(await verdict(await auth(action))).toEqual([404, "NOT_FOUND"]);
      expect(await verdict(await auth(action, owner.cookie, { method: "POST", body: "{}" }))).toEqual([
        404,
        "NOT_FOUND",
      ]);
    },
  );
});

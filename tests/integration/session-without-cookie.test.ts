import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Problem } from "#lib/contract/problems.ts";
import { SessionToken, SessionView } from "#lib/contract/session.ts";
import { database } from "#lib/platform/db/client.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useApp, type CallInit } from "#tests/support/app.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);

let store: SimulatedStore;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  store = app.newStore();
  await app.install(store);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Opens the app as a browser does that keeps no cookie; answers the ticket. */
async function launchTicket(of = store, user: "owner" | "staff" = "owner"): Promise<string> {
  const response = await fetch(await app.launchUrl(of, { user }), { redirect: "manual" });
  const { hash, search } = new URL(response.headers.get("Location") ?? "");
  expect(search).toBe("");
  return /^#ticket=([\w.-]+)$/.exec(hash)?.[1] ?? "";
}
const post = (body: unknown, { hash } = store, headers: Record<string, string> = {}, cookie = "") =>
  app.call(`/s/${hash}/api/session`, cookie, { method: "POST", body: JSON.stringify(body), headers });
const swap = (ticket: string, of = store) => post({ ticket }, of);
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const renew = (token: string) => post({}, store, bearer(token));
const session = (headers: Record<string, string>, { hash } = store, cookie = "", init: CallInit = {}) =>
  app.call(`/s/${hash}/api/session`, cookie, { ...init, headers });
const tokenOf = async (response: Response) => SessionToken.parse(await response.json());
const verdict = async (response: Response) => [response.status, Problem.parse(await response.json()).code];
const ENDED = [401, "SESSION_ENDED"];

describe("the ticket of a launch", () => {
  test("is swapped for a token that opens the store as a cookie does, for a quarter of an hour", async () => {
    const response = await swap(await launchTicket());
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.getSetCookie()).toEqual([]);
    const { token, expiresAt, expiresInSeconds } = await tokenOf(response);
    expect(expiresInSeconds).toBe(900);
    expect(Date.parse(expiresAt) - Date.now()).toBe(15 * MINUTE);

    const answer = await session(bearer(token));
    expect(SessionView.parse(await answer.json()).user.id).toBe(String(store.owner.id));
    expect(answer.headers.get("Session-User")).toBe(String(store.owner.id));
  });

  test("comes with an installation, too", async () => {
    const fresh = app.newStore();
    // Cast: the control API answers the visit; see docs/simulator.md.
    const visit = (await app.control(`/stores/${fresh.hash}/install`, {})) as { location: string };
    const ticket = new URL(visit.location).hash.replace("#ticket=", "");
    expect((await swap(ticket, fresh)).status).toBe(200);
  });

  test("works once, even when it comes twice at the same time", async () => {
    const ticket = await launchTicket();
    const both = await Promise.all([swap(ticket), swap(ticket)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect(await verdict(await swap(ticket))).toEqual(ENDED);
  });

  test("works for a minute", async () => {
    const [one, other] = [await launchTicket(), await launchTicket()];
    passes(59 * SECOND);
    expect((await swap(one)).status).toBe(200);
    passes(SECOND);
    expect(await verdict(await swap(other))).toEqual(ENDED);
  });

  test("works for its own store alone, and is not used up by a try elsewhere", async () => {
    const other = app.newStore();
    await app.install(other);
    const ticket = await launchTicket();
    expect(await verdict(await swap(ticket, other))).toEqual(ENDED);
    expect((await swap(ticket)).status).toBe(200);
  });

  test("writes nothing until it is used, and no more than its id then", async () => {
    const rows = () => database().prisma.usedLaunch.findMany({ where: { jti: { startsWith: "ticket:" } } });
    const before = await rows();
    const ticket = await launchTicket();
    expect(await rows()).toEqual(before);
    await swap(ticket);
    const [row, ...others] = (await rows()).filter(({ jti }) => !before.some((known) => known.jti === jti));
    expect(others).toEqual([]);
    expect(row?.jti).toMatch(/^ticket:[0-9a-f-]{36}$/);
    expect(row && row.expiresAt.getTime() - Date.now()).toBeGreaterThan(MINUTE);
  });

  test("is no session, and a session is no ticket", async () => {
    const ticket = await launchTicket();
    expect(await verdict(await session(bearer(ticket)))).toEqual(ENDED);
    const { token } = await tokenOf(await swap(ticket));
    expect(await verdict(await swap(token))).toEqual(ENDED);
  });

  test("of a person whose access was taken away meanwhile opens nothing", async () => {
    const ticket = await launchTicket(store, "staff");
    passes(30 * SECOND);
    // Written by hand: BigCommerce's own callback, so soon after a visit, could be an old one sent again.
    await database().prisma.membership.updateMany({
      where: { storeHash: store.hash, userId: store.staff[0]?.id ?? 0 },
      data: { removedAt: new Date() },
    });
    expect(await verdict(await swap(ticket))).toEqual([403, "ACCESS_WITHDRAWN"]);
  });

  test("is only taken from a page of ours", async () => {
    const ticket = await launchTicket();
    const foreign = { "Sec-Fetch-Site": "cross-site" };
    expect(await verdict(await post({ ticket }, store, foreign))).toEqual([403, "FORBIDDEN_ORIGIN"]);
    expect(await verdict(await post({ ticket: 7 }))).toEqual([400, "INVALID_INPUT"]);
    expect((await swap(ticket)).status).toBe(200);
  });
});

describe("a bearer", () => {
  const begin = async (of = store, user: "owner" | "staff" = "owner") =>
    (await tokenOf(await swap(await launchTicket(of, user), of))).token;

  test("ends after a quarter of an hour", async () => {
    const token = await begin();
    passes(15 * MINUTE - SECOND);
    expect((await session(bearer(token))).status).toBe(200);
    passes(SECOND);
    expect(await verdict(await session(bearer(token)))).toEqual(ENDED);
    expect(await verdict(await renew(token))).toEqual(ENDED);
  });

  test("is renewed by itself, for ten hours in all", async () => {
    let token = await begin();
    const end = Date.now() + 600 * MINUTE;
    let seconds = 900;
    while (Date.now() + 10 * MINUTE < end) {
      passes(10 * MINUTE);
      const renewed = await tokenOf(await renew(token));
      expect(renewed.expiresInSeconds).toBe(Math.min(900, Math.round((end - Date.now()) / SECOND)));
      ({ token, expiresInSeconds: seconds } = renewed);
    }
    expect(Date.now() + seconds * SECOND).toBeLessThanOrEqual(end);
    passes(seconds * SECOND);
    expect(await verdict(await renew(token))).toEqual(ENDED);
  });

  test("gets no cookie, and a cookie gets no bearer", async () => {
    const token = await begin();
    passes(14 * MINUTE);
    expect((await session(bearer(token))).headers.getSetCookie()).toEqual([]);
    const { cookie } = await app.launch(store);
    expect(await verdict(await post({}, store, {}, cookie))).toEqual(ENDED);
  });

  test("opens no other store", async () => {
    const other = app.newStore();
    await app.install(other);
    expect(await verdict(await session(bearer(await begin()), other))).toEqual(ENDED);
  });

  test("decides alone: a cookie beside it neither saves a bad one nor takes the place of a good one", async () => {
    const { cookie } = await app.launch(store);
    const staff = await begin(store, "staff");
    const answer = await session(bearer(staff), store, cookie);
    expect(SessionView.parse(await answer.json()).user.id).toBe(String(store.staff[0]?.id));
    for (const bad of ["", "x", "x.y.z", `${staff}x`, `${staff} ${staff}`])
      expect(await verdict(await session(bearer(bad), store, cookie)), bad).toEqual(ENDED);
  });

  test("leaves room for what another scheme says, to a proxy for instance", async () => {
    const { cookie } = await app.launch(store);
    expect((await session({ Authorization: "Basic a2VlcGVyOng=" }, store, cookie)).status).toBe(200);
  });

  test("is over with its person's access, and with the store's", async () => {
    const [owner, staff] = [await begin(), await begin(store, "staff")];
    passes(2 * MINUTE);
    await app.control(`/stores/${store.hash}/remove-user`, { user: "staff" });
    expect(await verdict(await session(bearer(staff)))).toEqual([403, "ACCESS_WITHDRAWN"]);
    expect((await session(bearer(owner))).status).toBe(200);
    await app.control(`/stores/${store.hash}/uninstall`, {});
    expect(await verdict(await session(bearer(owner)))).toEqual([403, "STORE_UNINSTALLED"]);
    expect(await verdict(await renew(owner))).toEqual([403, "STORE_UNINSTALLED"]);
  });
});

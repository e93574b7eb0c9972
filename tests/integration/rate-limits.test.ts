import { useApp } from "#tests/support/app.ts";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as auth from "#app/api/bigcommerce/auth/route.ts";
import * as load from "#app/api/bigcommerce/load/route.ts";
import * as removeUser from "#app/api/bigcommerce/remove-user/route.ts";
import * as uninstall from "#app/api/bigcommerce/uninstall/route.ts";
import { POST as deliver } from "#app/api/webhooks/[storeHash]/route.ts";
import * as chart from "#app/s/[storeHash]/api/chart/route.ts";
import * as session from "#app/s/[storeHash]/api/session/route.ts";
import * as subscriptions from "#app/s/[storeHash]/api/subscriptions/route.ts";
import * as nextAuth from "#app/s/[storeHash]/auth/[...nextauth]/route.ts";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { withPeer } from "#lib/http/client-address.ts";
import { ROOM } from "#lib/http/rate-limit.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { useDatabase } from "#tests/support/database.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

useDatabase();
const app = useApp();

/** Each test has an hour and addresses of its own, so that none inherits another's count. */
let hour = Date.now();
let addresses = 0;
const newAddress = () => `203.0.113.${++addresses}`;

beforeEach(() => {
  hour += 3_600_000;
  vi.useFakeTimers({ toFake: ["Date"], now: hour });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await closeReceiver();
  await closeNotifications();
});

type Get = (request: Request) => Promise<Response>;
const ask = (handler: Get, path: string, address: string, init: RequestInit = {}) =>
  withPeer(address, () => handler(new Request(`${config().appUrl}${path}`, init)));
const times = async (count: number, act: () => Promise<unknown>) => {
  for (let turn = 0; turn < count; turn++) await act();
};
const refusal = async (response: Response) => ({
  status: response.status,
  retryAfter: Number(response.headers.get("Retry-After")),
  problem: (await response.json()) as unknown,
});
const LIMITED = {
  status: 429,
  retryAfter: 60,
  problem: {
    code: "RATE_LIMITED",
    detail:
      "Too many requests came at once, so nothing was done for this one. Wait a minute, then try again.",
    retryAfterSeconds: 60,
  },
};

/** Fails when `act` makes the database do anything. */
async function withoutDatabase<Result>(act: () => Promise<Result>): Promise<Result> {
  const query = vi.spyOn(database().pool, "query");
  const connect = vi.spyOn(database().pool, "connect");
  const result = await act();
  expect([query.mock.calls.length, connect.mock.calls.length]).toEqual([0, 0]);
  return result;
}

describe("an address that opens the app too often", () => {
  test.each([
    ["load", load.GET, "signed_payload_jwt=a.b.c"],
    ["auth", auth.GET, "code=x&context=nowhere&scope=x"],
  ])(
    "%s: reads that it has to wait, whatever it brings, and costs the database nothing",
    async (name, handler, query) => {
      const [address, other] = [newAddress(), newAddress()];
      const path = `/api/bigcommerce/${name}?${query}`;
      const reasonFor = async (from: string) =>
        (await ask(handler, path, from)).headers.get("Location")?.split("?")[1];
      await withoutDatabase(async () => {
        await times(ROOM.opening, async () => expect(await reasonFor(address)).toBe("reason=link_invalid"));
        expect(await reasonFor(address)).toBe("reason=too_many");
        expect(await reasonFor(other)).toBe("reason=link_invalid");
      });
      vi.setSystemTime(hour + 60_001);
      expect(await reasonFor(address)).toBe("reason=link_invalid");
    },
  );

  test("does not use a right launch up, which works a minute later", async () => {
    const store = app.newStore();
    await app.install(store);
    const url = new URL(await app.launchUrl(store));
    const address = newAddress();
    const open = async () =>
      (await ask(load.GET, `${url.pathname}${url.search}`, address)).headers.get("Location");
    await times(ROOM.opening, () => ask(load.GET, "/api/bigcommerce/load", address));
    expect(await open()).toContain("/launch-failed?reason=too_many");
    vi.setSystemTime(hour + 60_001);
    expect(await open()).toContain(`/s/${store.hash}/overview`);
  });
});

test.each([
  ["uninstall", uninstall.GET],
  ["remove-user", removeUser.GET],
])("%s is refused to an address that calls too often, at no cost to the database", async (name, handler) => {
  const address = newAddress();
  const call = () => ask(handler, `/api/bigcommerce/${name}?signed_payload_jwt=a.b.c`, address);
  await withoutDatabase(async () => {
    await times(ROOM.callback, async () => expect((await call()).status).toBe(401));
    expect(await refusal(await call())).toMatchObject(LIMITED);
  });
});

describe("a session", () => {
  let store: SimulatedStore;
  let cookie: string;
  beforeEach(async () => {
    store = app.newStore();
    ({ cookie } = await app.install(store));
  });
  const context = <More extends object>(more: More) => ({
    params: Promise.resolve({ storeHash: store.hash, ...more }),
  });
  const headers = (by = cookie) => ({
    Cookie: by,
    "Content-Type": "application/json",
    "Sec-Fetch-Site": "same-origin",
    "X-Requested-With": "webhook-keeper",
  });
  const change = (by = cookie) =>
    subscriptions.PUT(
      new Request(`${config().appUrl}/s/${store.hash}/api/subscriptions`, {
        method: "PUT",
        body: '{"changes":[]}',
        headers: headers(by),
      }),
      context({}),
    );
  /** Sessions of that many people and one more. */
  const newPeople = (count: number) =>
    Array.from({ length: Math.ceil(count) + 1 }, async (_, index) => {
      const user = { id: 900_000 + index, email: `person${index}@example.com`, locale: "en" };
      return (await app.launch(store, { user: "staff", claims: { user } })).cookie;
    });
  const read = (query = "") =>
    chart.GET(
      new Request(`${config().appUrl}/s/${store.hash}/api/chart${query}`, { headers: headers() }),
      context({}),
    );

  test("changes no more than a person can, while reading and other people go on", async () => {
    const staff = await app.launch(store, { user: "staff" });
    await times(ROOM.personWrites, async () => expect((await change()).status).toBe(400));
    await withoutDatabase(async () => expect(await refusal(await change())).toMatchObject(LIMITED));
    expect((await read()).status).toBe(200);
    expect((await change(staff.cookie)).status).toBe(400);
    vi.setSystemTime(hour + 60_001);
    expect((await change()).status).toBe(400);
  });

  test("reads no more than many pages would", async () => {
    // A question that is refused costs little, and counts as one.
    const ask40 = () => Promise.all(Array.from({ length: 40 }, () => read("?period=ever")));
    await times(ROOM.personReads / 40, async () => {
      for (const { status } of await ask40()) expect(status).toBe(400);
    });
    await withoutDatabase(async () => expect(await refusal(await read())).toMatchObject(LIMITED));
    vi.setSystemTime(hour + 60_001);
    await expect(withoutDatabase(read)).rejects.toThrow();
  });

  test("changes no more than several people can, in one store", async () => {
    const people = await Promise.all(newPeople(ROOM.storeWrites / ROOM.personWrites));
    for (const each of people)
      await times(ROOM.personWrites, async () => expect([400, 429]).toContain((await change(each)).status));
    expect(await refusal(await change())).toMatchObject(LIMITED);
    expect((await read()).status).toBe(200);
  });

  test("that has ended takes no room away from the store", async () => {
    const people = await Promise.all(newPeople(ROOM.storeWrites / ROOM.personWrites));
    await app.control(`/stores/${store.hash}/uninstall`, {});
    ({ cookie } = await app.install(store));
    for (const each of people)
      await times(ROOM.personWrites, async () => expect((await change(each)).status).toBe(401));
    expect((await change()).status).toBe(400);
  });

  test("that is none at all spends nobody's room", async () => {
    await times(ROOM.personWrites + 1, async () => expect((await change("")).status).toBe(401));
    expect((await change()).status).toBe(400);
  });

  test("is not swapped or asked for by an address without end", async () => {
    const address = newAddress();
    const body = JSON.stringify({ ticket: "x.y.z" });
    const swap = () =>
      ask((request) => session.POST(request, context({})), `/s/${store.hash}/api/session`, address, {
        method: "POST",
        body,
        headers: headers(""),
      });
    const csrf = () =>
      ask(
        (request) => nextAuth.GET(request, context({ nextauth: ["csrf"] })),
        `/s/${store.hash}/auth/csrf`,
        address,
      );
    await withoutDatabase(async () => {
      await times(ROOM.session - 1, async () => expect((await swap()).status).toBe(401));
      expect((await csrf()).status).toBe(200);
      expect(await refusal(await swap())).toMatchObject(LIMITED);
      expect(await refusal(await csrf())).toMatchObject(LIMITED);
    });
  });
});

test("deliveries are never limited", async () => {
  const address = newAddress();
  await times(2 * ROOM.callback, async () => {
    const request = new Request(`${config().appUrl}/api/webhooks/abc`, { method: "POST", body: "{}" });
    const response = await withPeer(address, () =>
      deliver(request, { params: Promise.resolve({ storeHash: "abc" }) }),
    );
    expect(response.status).toBe(401);
  });
});

import { useApp, type Opened } from "#tests/support/app.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { config } from "#lib/config/config.ts";
import { endSessions } from "#lib/features/auth/records.ts";
import { Problem } from "#lib/contract/problems.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { useDatabase } from "#tests/support/database.ts";
import { broughtAlong } from "#tests/support/imports.ts";
import { filesNamed, routeFiles, type Handler, type Method } from "#tests/support/routes.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import {
  CARRIERS,
  ELSEWHERE,
  ENDED,
  FORBIDDEN,
  GATE,
  MEMBERS,
  NOT_STORE_BOUND,
  ROWS,
  STRANGERS,
  type Answer,
  type Carrier,
  type Row,
  type State,
  type Stranger,
} from "./isolation-rows.ts";

useDatabase();
const app = useApp();

const HOUR_MS = 3_600_000;
const PERSONAL = "a-customer@example.com";
const routes = await routeFiles("app/s/[storeHash]");
const handlers = new Map(
  routes.flatMap(({ route, handlers: methods }) =>
    // What OPTIONS answers is the same for every store and for everyone.
    [...methods].flatMap(([method, handler]) =>
      method === "OPTIONS" ? [] : [[nameOf(method, route.slice("s/[storeHash]/".length)), handler] as const],
    ),
  ),
);

function nameOf(method: Method, route: string): string {
  return `${method} ${route}`;
}

/** Whose data is asked for, and the session with which. */
interface Visitor {
  hash: string;
  cookie: string;
  headers?: Record<string, string>;
}
let visitors: Record<State, Visitor>;
/** Whether the sessions of the visitors were ended by the row before. */
let areSpent = false;
/** Rows that the same people answer: a quick machine asks all of them within a minute, which has room for so many changes of one person. */
const ROWS_MAX = 100;
let told = 0;
/** By store: the event in its log. */
let eventIds: Record<string, string>;
/** What a stranger must not read anywhere. */
let known: string[];

beforeAll(() => ensurePartitions(new Date(), new Date()));
afterAll(async () => {
  await closeReceiver();
  await closeNotifications();
});

describe("the table", () => {
  test("has a row for every route and method of a store", () => {
    const listed = new Set(ROWS.map(({ method, route }) => nameOf(method, route)));
    expect([...handlers.keys()].filter((name) => !listed.has(name))).toEqual([]);
    expect([...listed].filter((name) => !handlers.has(name))).toEqual([]);
  });

  test("names every other route, with the reason for which no session guards it", () => {
    const others = filesNamed("route.ts", "app")
      .map((path) => path.replace(/^app\/(.*)\/route\.ts$/, "$1"))
      .filter((route) => !route.startsWith("s/[storeHash]/"));
    expect(others.toSorted()).toEqual(Object.keys(NOT_STORE_BOUND).toSorted());
  });
});

describe("a route", () => {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  const cases = ROWS.flatMap((row) =>
    CARRIERS.map(
      (carrier) => [`${nameOf(row.method, row.route)} ${row.about ?? ""}`.trim(), carrier, row] as const,
    ).filter(([, carrier]) => row.guard === "gate" || carrier === "cookie"),
  );

  test.each(cases)("%s answers each visitor with a %s as the table says", async (_name, carrier, row) => {
    const handler = handlers.get(nameOf(row.method, row.route));
    if (!handler) throw new Error("the route does not exist");
    if (row.endsSessions || areSpent || told % ROWS_MAX === 0) await makeVisitors();
    told += 1;
    areSpent = row.endsSessions ?? false;
    const answers: Partial<Record<State, Answer>> = {};
    const tell = async (state: State) => {
      const said = await ask(handler, row, state, { carrier });
      answers[state] = said.answer;
      return said;
    };
    /** Whoever does not belong changes nothing, gets nothing, and is told nothing of the store. */
    const refuse = async (states: readonly State[]) => {
      const before = await fingerprint();
      for (const state of states) {
        const { answer, cookies, text } = await tell(state);
        expect(
          known.filter((fact) => text.includes(fact)),
          `${state}: what it says`,
        ).toEqual([]);
        if (row.guard === "gate") {
          expect(cookies, `${state}: cookies`).toEqual([]);
          // Next.js answers HEAD by GET, and it has the same gate.
          if (row.method === "GET")
            expect((await ask(handler, row, state, { carrier, method: "HEAD" })).answer).toEqual(answer);
        }
        if (row.nothing !== undefined) expect(JSON.parse(text), state).toEqual(row.nothing);
      }
      expect(await fingerprint(), `${states.join(", ")}: the tables`).toBe(before);
    };
    await refuse(STRANGERS);
    for (const state of MEMBERS) await tell(state);
    if (isChange(row)) await refuse(ELSEWHERE);
    expect(answers).toEqual(expected(row, carrier));
  });

  test("shows an event to its own store alone, whoever knows its id", async () => {
    const handler = handlers.get("GET api/events/[id]");
    const row = ROWS.find(({ route }) => route === "api/events/[id]");
    if (!handler || !row) throw new Error("the route does not exist");
    const theirs = eventIds[visitors["uninstalled store"].hash] ?? "";
    expect((await ask(handler, row, "owner")).text).toContain(PERSONAL);
    expect((await ask(handler, { ...row, params: { id: theirs } }, "owner")).answer).toEqual([
      404,
      "NOT_FOUND",
    ]);
  });
});

describe("a page", () => {
  const pages = [...filesNamed("page.tsx", "app"), ...filesNamed("layout.tsx", "app")];

  test.each(pages)("%s cannot reach a store's data, so its HTML holds none", (path) => {
    const reached = [...broughtAlong(path)];
    expect(reached).not.toEqual([]);
    expect(
      reached.filter((file) => /^lib\/(db|jobs)\/|\/(records|commit|partitions)\.ts$/.test(file)),
    ).toEqual([]);
    expect(reached.filter((file) => /^lib\/(session|bigcommerce|http)\//.test(file))).toEqual([]);
  });
});

function isChange({ method }: Row): boolean {
  return method !== "GET" && method !== "HEAD";
}

function expected(row: Row, carrier: Carrier): Partial<Record<State, Answer>> {
  const isTaken = row.guard !== "gate" || (row.carrier ?? carrier) === carrier;
  const states = [...STRANGERS, ...MEMBERS, ...(isChange(row) ? ELSEWHERE : [])];
  const answerTo = (state: State): Answer => {
    if (row.guard !== "gate") return row.owner;
    if (ELSEWHERE.some((each) => each === state)) return FORBIDDEN;
    if (!isTaken) return ENDED;
    if (state === "owner") return row.owner;
    if (state === "onlooker" && row.changesWebhooks) return [403, "WEBHOOKS_OWNER_ONLY"];
    if (state === "staff" || state === "onlooker") return row.staff ?? row.owner;
    return row.strangers ?? GATE[state as Stranger]; // what is left of the states
  };
  return Object.fromEntries(states.map((state) => [state, answerTo(state)]));
}

/** Calls a handler as Next.js would, as one visitor. */
async function ask(
  handler: Handler,
  row: Row,
  state: State,
  { carrier = "cookie", method = row.method }: { carrier?: Carrier; method?: Method } = {},
) {
  const { hash, cookie, headers } = visitors[state];
  const session: Record<string, string> =
    cookie === ""
      ? {}
      : carrier === "cookie"
        ? { Cookie: cookie }
        : { Authorization: `Bearer ${cookie.slice(cookie.indexOf("=") + 1)}` };
  const params: Record<string, string | string[]> = { ...row.params };
  if (params.id === "event") params.id = eventIds[hash] ?? "";
  const tail = row.route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) =>
    [params[name]].flat().join("/"),
  );
  const gone = new AbortController();
  const request = new Request(`${config().appUrl}/s/${hash}/${tail}${row.query ?? ""}`, {
    method,
    signal: gone.signal,
    headers: {
      ...session,
      "Content-Type": "application/json",
      "Sec-Fetch-Site": "same-origin",
      "X-Requested-With": "webhook-keeper",
      ...headers,
    },
    ...(row.body !== undefined && { body: JSON.stringify(row.body) }),
  });
  const response = await handler(request, { params: Promise.resolve({ storeHash: hash, ...params }) });
  const isStream = response.headers.get("Content-Type")?.startsWith("text/event-stream") ?? false;
  const text = isStream ? "" : await response.text();
  gone.abort();
  const isProblem = response.headers.get("Content-Type") === "application/problem+json";
  const answer: Answer = [response.status, isProblem ? Problem.parse(JSON.parse(text)).code : null];
  return { answer, cookies: response.headers.getSetCookie(), text };
}

/** All that the tables hold, as one number: a request that is refused leaves it as it is. */
async function fingerprint(): Promise<string> {
  const tables = [
    "stores",
    "users",
    "memberships",
    "subscriptions",
    "hooks",
    "events",
    "used_launches",
    "audit_entries",
    "runs",
    "run_items",
    "erasures",
    "readings",
  ];
  const sums = tables.map(
    (table) => `(SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM ${table} t)`,
  );
  const rows = await database().prisma.$queryRawUnsafe<{ sum: string }[]>(
    `SELECT ${sums.join(" || ")} AS sum`,
  );
  return rows[0]?.sum ?? "";
}

/** A store for each fate, with one event in its log. */
async function makeVisitors(): Promise<void> {
  const install = async (): Promise<{ store: SimulatedStore; opened: Opened }> => {
    const store = app.newStore();
    return { store, opened: await app.install(store) };
  };
  const now = Date.now();

  vi.setSystemTime(now - 2 * HOUR_MS);
  const { store, opened: expired } = await install();
  vi.setSystemTime(now);
  const other = await install();
  const staffed = await app.launch(store, { user: "staff" });
  const signedOut = await app.launch(store);
  await endSessions(StoreHash.parse(store.hash), String(store.owner.id));
  const owner = await app.launch(store);

  const reinstalled = await install();
  await app.control(`/stores/${reinstalled.store.hash}/uninstall`, {});
  await app.install(reinstalled.store);

  const removed = await install();
  const removedStaff = await app.launch(removed.store, { user: "staff" });
  vi.setSystemTime(now + 2 * 60_000);
  await app.control(`/stores/${removed.store.hash}/remove-user`, { user: "staff" });
  vi.setSystemTime(now);

  const strict = await install();
  const onlooker = await app.launch(strict.store, { user: "staff" });
  await database().prisma.store.update({
    where: { hash: strict.store.hash },
    data: { staffChangeWebhooks: false },
  });

  const uninstalled = await install();
  const stores = [store, other.store, reinstalled.store, removed.store, strict.store, uninstalled.store];
  eventIds = {};
  for (const each of stores) eventIds[each.hash] = await deliver(each.hash);
  known = [
    PERSONAL,
    "store/order",
    ...stores.flatMap(({ name, owner: { email }, staff }) => [
      name,
      email,
      ...staff.map((each) => each.email),
    ]),
  ];
  await app.control(`/stores/${uninstalled.store.hash}/uninstall`, {});

  const { hash } = store;
  const as = ({ cookie }: Opened, at = hash): Visitor => ({ hash: at, cookie });
  const foreign = (headers: Record<string, string>): Visitor => ({ ...as(owner), headers });
  visitors = {
    "no session": { hash, cookie: "" },
    "expired session": as(expired),
    "tampered session": { hash, cookie: tampered(owner.cookie) },
    "another store's session": as(other.opened),
    "session from before a sign-out": as(signedOut),
    "session from before a reinstallation": as(reinstalled.opened, reinstalled.store.hash),
    "removed user": as(removedStaff, removed.store.hash),
    "uninstalled store": as(uninstalled.opened, uninstalled.store.hash),
    staff: as(staffed),
    onlooker: as(onlooker, strict.store.hash),
    owner: as(owner),
    "foreign origin": foreign({ "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }),
    "missing header": foreign({ "X-Requested-With": "" }),
    "wrong content type": foreign({ "Content-Type": "text/plain" }),
  };
}

/** The same session with one character of its seal changed. */
function tampered(cookie: string): string {
  const at = cookie.length - 30;
  return `${cookie.slice(0, at)}${cookie[at] === "A" ? "B" : "A"}${cookie.slice(at + 1)}`;
}

/** Puts one event into a store's log; answers its id. */
async function deliver(hash: string): Promise<string> {
  const secret = (await storeCredentials(StoreHash.parse(hash)))?.webhookSecret ?? "";
  const body = JSON.stringify({
    scope: "store/order/created",
    producer: `stores/${hash}`,
    hash: hash.padEnd(40, "0"),
    created_at: Math.floor(Date.now() / 1000),
    store_id: "1",
    data: { type: "order", id: 1, email: PERSONAL },
  });
  await closeReceiver();
  const delivery = { storeHash: hash, headers: { [SECRET_HEADER]: secret }, body: Buffer.from(body) };
  expect(await (await receiver()).receive(delivery, new Date())).toEqual({ outcome: "stored" });
  const page = await eventPage(StoreHash.parse(hash), { limit: 1 }, 30, new Date());
  return page.events[0]?.id ?? "";
}

import { useApp } from "#tests/support/app.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#lib/platform/db/client.ts";
import { useDatabase } from "#tests/support/database.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

useDatabase();
const app = useApp();

const NOW = new Date();
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);

let store: SimulatedStore;

beforeEach(async () => {
  // Only dates: timers and the network go on as they are.
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  store = app.newStore();
  await app.install(store);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Seconds since 1970, so many after now; as claims have them. */
const seconds = (after: number) => Math.floor(NOW.getTime() / SECOND) + after;

const whoAmI = async (cookie: string) => (await app.call(`/s/${store.hash}/api/session`, cookie)).status;
const failed = (reason: string) => ({ status: 303, location: `/launch-failed?reason=${reason}`, cookie: "" });
const checkJobs = () => database().prisma.$queryRaw<{ because: string }[]>`
  SELECT payload ->> 'because' AS because FROM graphile_worker._private_jobs WHERE payload ->> 'storeHash' = ${store.hash}`;

describe("a launch", () => {
  test("lets the person in and leaves the signed link behind", async () => {
    const launch = await app.launch(store);
    expect(launch).toMatchObject({ status: 303, location: `/s/${store.hash}/overview` });
    expect(await whoAmI(launch.cookie)).toBe(200);
  });

  test("provisions somebody whom the owner let in and we never saw", async () => {
    const { cookie } = await app.launch(store, { user: "staff" });
    const view = await (await app.call(`/s/${store.hash}/api/session`, cookie)).json();
    expect(view).toMatchObject({
      user: { email: store.staff[0]?.email, isOwner: false, locale: store.staff[0]?.locale },
    });
  });

  test("goes where the link says, and nowhere else than to a page of ours", async () => {
    expect((await app.launch(store, { url: "/events?q=1060" })).location).toBe(
      `/s/${store.hash}/events?q=1060`,
    );
    const response = await fetch(await app.launchUrl(store, { url: "//evil.example/phish" }), {
      redirect: "manual",
    });
    expect(response.headers.get("Location")).not.toContain("evil");
  });

  test("works once; a browser that doubles it at once is let in twice", async () => {
    const url = await app.launchUrl(store);
    const both = await Promise.all([app.open(url), app.open(url)]);
    expect(both.map(({ location }) => location)).toEqual([
      `/s/${store.hash}/overview`,
      `/s/${store.hash}/overview`,
    ]);
    passes(11 * SECOND);
    expect(await app.open(url)).toMatchObject(failed("link_used"));
  });

  test("is not used up by a mere look at its link", async () => {
    const url = await app.launchUrl(store);
    expect((await fetch(url, { method: "HEAD", redirect: "manual" })).status).toBe(405);
    passes(11 * SECOND);
    expect((await app.open(url)).location).toBe(`/s/${store.hash}/overview`);
  });

  test("is too old after five minutes, though BigCommerce lets it live for a day", async () => {
    const url = await app.launchUrl(store);
    passes(5 * MINUTE + 2 * SECOND);
    expect(await app.open(url)).toMatchObject(failed("link_expired"));
  });

  test("from before the present installation opens nothing", async () => {
    const url = await app.launchUrl(store, { user: "staff" });
    await app.control(`/stores/${store.hash}/uninstall`, {});
    passes(2 * MINUTE);
    await app.install(store);
    expect(await app.open(url)).toMatchObject(failed("link_expired"));
    expect((await app.launch(store)).location).toBe(`/s/${store.hash}/overview`);
  });

  test("of a store that does not have the app shows that", async () => {
    const other = app.newStore();
    expect(await app.launch(other)).toMatchObject(failed("not_installed"));
    await app.control(`/stores/${store.hash}/uninstall`, {});
    expect(await app.launch(store)).toMatchObject(failed("not_installed"));
  });

  test.each([
    ["made for another app", { claims: { aud: "another-app" } }],
    ["of another issuer", { claims: { iss: "somebody" } }],
    ["for no store", { claims: { sub: "accounts/abc" } }],
    ["without an id", { claims: { jti: null } }],
    ["signed with another secret", { secret: "x".repeat(64) }],
    ["not signed at all", { alg: "none" }],
    ["signed another way", { alg: "HS512" }],
  ])("%s is refused and lets nobody in", async (_how, options) => {
    expect(await app.launch(store, { user: "staff", ...options })).toMatchObject(failed("link_invalid"));
    expect(await database().prisma.membership.count({ where: { storeHash: store.hash } })).toBe(1);
  });

  test.each([
    ["that has ended", { claims: { exp: seconds(-1) } }, "link_expired"],
    ["from long ago", { claims: { iat: seconds(-301), nbf: seconds(-306) } }, "link_expired"],
    ["from the future", { claims: { iat: seconds(120), nbf: seconds(115) } }, "link_invalid"],
    ["that may not be used yet", { claims: { nbf: seconds(120) } }, "link_invalid"],
    ["for a store with a capital letter", { claims: { sub: "stores/Abc" } }, "link_invalid"],
    ["for a store with a path behind it", { claims: { sub: "stores/abc/../abd" } }, "link_invalid"],
    ["longer than any", { claims: { padding: "x".repeat(4096) } }, "link_invalid"],
    ["with an id longer than any", { claims: { jti: "j".repeat(201) } }, "link_invalid"],
  ])("%s is refused", async (_how, options, reason) => {
    expect(await app.launch(store, options)).toMatchObject(failed(reason));
  });

  test("tolerates claims and parameters that nobody knows, however often they come", async () => {
    const url = await app.launchUrl(store, { claims: { unknown: { deep: [1] } } });
    expect((await app.open(`${url}&unknown=1&unknown=2&signed_payload=legacy`)).location).toBe(
      `/s/${store.hash}/overview`,
    );
  });

  test.each([
    ["https://evil.example/events", "/overview"],
    ["/\\evil.example/events", "/overview"],
    ["/events/../../other/events", "/overview"],
    [`/events?q=${"x".repeat(1_990)}`, `/events?q=${"x".repeat(1_990)}`],
    [`/events?q=${"x".repeat(1_991)}`, "/overview"],
    ["/webhooks/store/order/created?a=b#c", "/webhooks/store/order/created?a=b"],
    [null, "/overview"],
  ])("that points to %.40j shows a page of this store", async (url, page) => {
    expect((await app.launch(store, { claims: { url } })).location).toBe(`/s/${store.hash}${page}`);
  });

  test("with its payload twice, or with none, is refused", async () => {
    const url = await app.launchUrl(store);
    const token = new URL(url).searchParams.get("signed_payload_jwt") ?? "";
    expect(await app.open(`${url}&signed_payload_jwt=${token}`)).toMatchObject(failed("link_invalid"));
    expect(await app.open(url.split("?")[0] ?? "")).toMatchObject(failed("link_invalid"));
  });
});

describe("a person whose access was taken away", () => {
  test("does not come back with a link from before, but with one from after it was given again", async () => {
    await app.launch(store, { user: "staff" });
    passes(2 * MINUTE);
    const before = await app.launchUrl(store, { user: "staff" });
    passes(10 * SECOND);
    await app.control(`/stores/${store.hash}/remove-user`, { user: "staff" });
    expect(await app.open(before)).toMatchObject(failed("access_withdrawn"));
    passes(10 * SECOND);
    expect(await whoAmI((await app.launch(store, { user: "staff" })).cookie)).toBe(200);
  });
});

describe("a launch asks for a check of the hooks", () => {
  test("when the last one is an hour old, and once however often it comes", async () => {
    await database().prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await database().prisma.store.update({ where: { hash: store.hash }, data: { checkedAt: NOW } });
    passes(59 * MINUTE);
    await app.launch(store);
    expect(await checkJobs()).toEqual([]);
    passes(MINUTE);
    await app.launch(store);
    await app.launch(store);
    expect(await checkJobs()).toEqual([{ because: "launch" }]);
  });

  test("but leaves the one of an installation as it is", async () => {
    await app.launch(store);
    expect(await checkJobs()).toEqual([{ because: "install" }]);
  });
});

import "#tests/support/exception-url.ts";
import { useApp } from "#tests/support/app.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { EXCEPTION_SCOPE } from "#lib/features/receiver/addresses.ts";
import { exceptionList } from "#lib/features/delivery-exceptions/list.ts";
import { StoreHash } from "#lib/ids.ts";
import { checkStore } from "#lib/jobs/check-store.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp({ receives: true });
const hooks = useHooks(app);

const ORDER = "store/order/created";
/** Nobody listens there. */
const DEAD = "http://127.0.0.1:9/";
const patience = { timeoutMs: 2_000, waitMsMax: 0 };
let hash: StoreHash;

const check = () => checkStore(hash, { now: new Date(), patience, isFirst: true });
const told = (scope?: string) => exceptionList(hash, scope, new Date());

beforeAll(() => ensurePartitions(new Date(), new Date()));
beforeEach(async () => {
  const store = app.newStore();
  await app.install(store);
  hash = StoreHash.parse(store.hash);
  await check();
  // The receiver learns of a new store by notification.
  await expect.poll(() => notify({ data: {} })).toBe(200);
});

/** What BigCommerce would send, proven by the store's secret. */
async function notify(body: unknown, secret?: string): Promise<number> {
  const { webhookSecret = "" } = (await storeCredentials(hash)) ?? {};
  const url = `${config().exceptionUrl}/api/exceptions/${hash}`;
  const headers = { [SECRET_HEADER]: secret ?? webhookSecret };
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).status;
}

const exceptionOf = (id: string, at = new Date()) => ({
  hash: id,
  created_at: Math.floor(at.getTime() / 1000),
  scope: EXCEPTION_SCOPE,
  data: {
    type: "webhook",
    id: hooks.only(hash, ORDER).id,
    error_code: 90_002,
    message: "All attempts failed",
  },
});

test("the hook is registered once, at the second address with the store's secret, and is nobody's switch", async () => {
  const { webhookSecret = "" } = (await storeCredentials(hash)) ?? {};
  expect(hooks.only(hash, EXCEPTION_SCOPE)).toMatchObject({
    destination: `http://127.0.0.1:${config().port}/api/exceptions/${hash}`,
    headers: { [SECRET_HEADER]: webhookSecret },
    is_active: true,
  });
  await check();
  await check();
  const changes = hooks.calls.filter(
    ({ method, body }) => method !== "GET" && JSON.stringify(body).includes(EXCEPTION_SCOPE),
  );
  expect(changes.map(({ method }) => method)).toEqual(["POST"]);
  const { groups, strays } = await subscriptionList(hash, new Date());
  expect(strays).toEqual([]);
  expect(groups.flatMap(({ events }) => events.map(({ scope }) => scope))).not.toContain(EXCEPTION_SCOPE);
});

test("what is done to the hook behind the app's back is mended, and written down", async () => {
  await hooks.change(hooks.only(hash, EXCEPTION_SCOPE), { is_active: false });
  await check();
  expect(hooks.only(hash, EXCEPTION_SCOPE).is_active).toBe(true);
  const { rows } = await database().pool.query<{ action: string }>(
    "SELECT action FROM audit_entries WHERE store_hash = $1 AND scope = $2 ORDER BY id",
    [hash, EXCEPTION_SCOPE],
  );
  expect(rows.map(({ action }) => action)).toEqual(["hook_created", "hook_updated"]);
});

test("BigCommerce tells of a delivery that failed, and the webhook's details say so", async () => {
  const hook = hooks.only(hash, ORDER);
  await hooks.change(hook, { destination: DEAD });
  await app.control(`/stores/${hash}/events`, { scope: ORDER });
  await expect.poll(async () => (await told()).exceptions).toHaveLength(1);
  const [exception] = (await told(ORDER)).exceptions;
  expect(exception).toMatchObject({ code: 90_001, hookId: String(hook.id), scope: ORDER });
  expect(exception?.message).toContain(DEAD);
  expect((await told("store/cart/created")).exceptions).toEqual([]);

  // It is no event of the shop, and its proof is none of the log's.
  const { rows } = await database().pool.query("SELECT FROM events WHERE store_hash = $1", [hash]);
  expect(rows).toEqual([]);
});

test("a copy is kept once, a stranger is refused, and other things are taken and forgotten", async () => {
  expect([
    await notify(exceptionOf("a")),
    await notify(exceptionOf("a")),
    await notify({ data: {} }),
  ]).toEqual([200, 200, 200]);
  expect(await notify(exceptionOf("b"), "a guess")).toBe(401);
  expect((await told()).exceptions.map(({ id }) => id)).toEqual(["a"]);
  const { rows } = await database().pool.query("SELECT FROM rejections WHERE store_hash = $1", [hash]);
  expect(rows).toEqual([]);
  const get = await fetch(`${config().exceptionUrl}/api/exceptions/${hash}`);
  expect(get.status).toBe(405);
});

test("a store keeps its last 100 delivery exceptions", async () => {
  const start = Date.now() - 600_000;
  for (let number = 0; number < 105; number++)
    await notify(exceptionOf(`n${number}`, new Date(start + number * 1_000)));
  const { rows } = await database().pool.query<{ count: number; oldest: string }>(
    `SELECT count(*)::int AS count, (array_agg(hash ORDER BY at))[1] AS oldest
     FROM delivery_exceptions WHERE store_hash = $1`,
    [hash],
  );
  expect(rows).toEqual([{ count: 100, oldest: "n5" }]);
});

import { logged } from "#tests/support/captured-log.ts";
import { useApp } from "#tests/support/app.ts";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { bigCommerceNoticeAddresses } from "#lib/features/alerts/bigcommerce-notices.ts";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { ChannelList } from "#lib/contract/channels.ts";
import { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { readBaseline } from "#lib/features/enrichment/baseline.ts";
import { readResources } from "#lib/features/enrichment/read-resources.ts";
import { nextDue } from "#lib/features/enrichment/records.ts";
import { AppError } from "#lib/errors.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { StoreHash } from "#lib/ids.ts";
import { channelList } from "#lib/features/stores/channels.ts";
import { refreshStoreProfile } from "#lib/features/stores/profile.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { receiverUrlOf } from "#lib/features/receiver/addresses.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { commitArrivals } from "#lib/features/receiver/commit.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import type { SimulatedHook } from "#simulator/world/state.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";
import { madeOdd, type OddAnswer, oddAnswer } from "#tests/support/odd-answers.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

/** `ODD_ANSWERS=2000 ODD_SEED=7 npx vitest run tests/integration/odd-answers.test.ts` draws more, or the same again. */
const ANSWERS = Number(process.env.ODD_ANSWERS ?? 100);
const SEED = Number(process.env.ODD_SEED ?? 1);
/** One store lives through so many answers. */
const PER_STORE = 20;

const ANA = { userId: "7", email: "ana@example.com" };
const ORDER = "store/order/created";
const PRODUCT = "store/product/created";
const patience = { timeoutMs: 5_000, waitMsMax: 0 };
const clock = () => new Date();

/** The calls that the app makes, and what has it make each. */
const CALLS = {
  list: { at: /^GET \/v3\/hooks\?/, work: checkHooks },
  admin: { at: /^GET \/v3\/hooks\/admin/, work: checkHooks },
  create: { at: /^POST \/v3\/hooks/, work: checkHooks },
  change: { at: /^PUT \/v3\/hooks\/\d/, work: checkHooks },
  "create, and what is read after it": { at: /^(?:POST|GET) \/v3\/hooks/, work: checkHooks },
  "change, and what is read after it": { at: /^(?:PUT|GET) \/v3\/hooks\/\d/, work: checkHooks },
  remove: { at: /^DELETE \/v3\/hooks/, work: checkHooks },
  profile: { at: /^GET \/v2\/store/, work: readProfile },
  channels: { at: /^GET \/v3\/channels/, work: readChannels },
  notices: { at: /^GET \/v3\/hooks\/admin/, work: readNotices },
  products: { at: /^GET \/v3\/catalog\/products/, work: readThings },
  variants: { at: /^GET \/v3\/catalog\/variants/, work: readThings },
  categories: { at: /^GET \/v3\/catalog\/trees/, work: readThings },
  customers: { at: /^GET \/v3\/customers/, work: readThings },
  orders: { at: /^GET \/v2\/orders/, work: readThings },
  "newest things": { at: /^GET \/v[23]\/(?:catalog|orders)/, work: readNewest },
  token: { at: /^POST \/oauth2\/token/, work: install },
} as const;
type CallName = keyof typeof CALLS;
const calls = fc.constantFrom(...(Object.keys(CALLS) as CallName[]));

interface Shop {
  store: SimulatedStore;
  hash: StoreHash;
  /** Hooks that are not to be touched: another installation's and another client's. */
  foreign: SimulatedHook[];
}

/** What is answered oddly now, and how often it was. */
let armed: { at: RegExp; odd: OddAnswer; times: number } | null = null;
let made = 0;
/** How far the clock of the present shop is ahead, so that nothing has to be waited for. */
let aheadMs = 0;
const ahead = () => new Date(Date.now() + aheadMs);

beforeAll(async () => {
  await ensurePartitions(new Date(), new Date());
});
beforeEach(() => {
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", async (input: Parameters<typeof fetch>[0], init?: RequestInit) => {
    const url = String(input instanceof Request ? input.url : input);
    const [, path] = /\/stores\/\w+(\/v[23]\/.*)$/.exec(url) ?? /(\/oauth2\/token)$/.exec(url) ?? [];
    const response = await fetch(input, init);
    if (path === undefined || !armed?.at.test(`${init?.method ?? "GET"} ${path}`)) return response;
    armed.times += 1;
    return madeOdd(response, armed.odd);
  });
});

afterEach(() => void vi.unstubAllGlobals());

async function newShop(): Promise<Shop> {
  aheadMs = 0;
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await checkHooks({ store, hash, foreign: [] });
  await refreshStoreProfile(hash, patience);
  const { headers } = hooks.only(hash, ORDER);
  const destination = `https://production.example.com/api/webhooks/${hash}`;
  const foreign = [
    await hooks.make(hash, { scope: ORDER, destination, headers }),
    await hooks.make(hash, { scope: ORDER, destination, headers, client_id: "another" }),
  ];
  return { store, hash, foreign: structuredClone(foreign) };
}

/** What went wrong as far as the caller hears, and whether it was said; throws what is no `AppError`. */
async function heard(work: () => Promise<AppError[]>): Promise<AppError[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error];
  }
}

async function checkHooks({ hash }: Shop): Promise<AppError[]> {
  const { failures } = await reconcileStore(hash, { by: ANA, now: new Date(), patience });
  return [...failures.values()];
}

async function readProfile({ hash, store }: Shop): Promise<AppError[]> {
  await refreshStoreProfile(hash, patience);
  const known = await findStore(hash);
  for (const field of ["name", "domain", "timezone"] as const)
    expect(known?.[field], field).toEqual(expect.any(String));
  if (known?.domain !== store.domain) await refreshStoreProfile(hash, patience);
  return [];
}

async function readChannels({ hash }: Shop): Promise<AppError[]> {
  ChannelList.parse(await channelList(hash));
  return [];
}

async function readNotices({ hash }: Shop): Promise<AppError[]> {
  for (const email of await bigCommerceNoticeAddresses(hash)) expect(typeof email).toBe("string");
  return [];
}

async function readNewest({ hash }: Shop): Promise<AppError[]> {
  await readBaseline(hash, { clock, patience });
  return [];
}

async function install({ store }: Shop): Promise<AppError[]> {
  const { status } = await app.install(store);
  expect(status).toBeLessThan(500);
  return [];
}

async function readThings({ hash, store }: Shop): Promise<AppError[]> {
  const { shop } = store;
  const product = shop.products.find(({ variants }) => variants.length > 0);
  const ids = {
    order: shop.orders.slice(-2).map(({ id }) => id),
    product: shop.products.slice(0, 3).map(({ id }) => id),
    variant: (product?.variants ?? []).slice(0, 2).map(({ id }) => id),
    category: [23, 24],
    customer: shop.customers.slice(0, 2).map(({ id }) => id),
  };
  const now = new Date();
  await commitArrivals(
    Object.entries(ids).flatMap(([type, each]) =>
      each.map((id) => ({
        storeHash: hash,
        occurredAt: now,
        hash: createHash("sha1").update(`odd answer ${made++}`).digest("hex"),
        scope: `store/${type}/updated`,
        resource: { type, id: String(id) },
        flags: [],
        body: Buffer.from("{}"),
        headers: {},
        proof: "both" as const,
        arrivedAt: now,
        isTest: false,
        isDemo: false,
      })),
    ),
  );
  // Of what was read a moment ago the next reading waits: the clock runs ahead of it.
  aheadMs += 6_000;
  await readResources(hash, { clock: ahead, patience });
  return [];
}

/** Has the next check make, change and remove something. */
async function tamper({ hash }: Shop): Promise<Set<number>> {
  const own = hooks.ours(hash).filter(({ destination }) => !destination.includes("production"));
  const at = (scope: string) => own.find((hook) => hook.scope === scope);
  const [lost, moved] = [at("store/customer/created"), at(PRODUCT)];
  const kept = at(ORDER);
  if (lost) await hooks.lose(lost);
  if (moved) await hooks.change(moved, { destination: `https://moved.example.com/${moved.id}` });
  const touched = new Set([lost, moved].flatMap((hook) => (hook ? [hook.id] : [])));
  if (kept) {
    const { scope, destination, headers } = kept;
    touched.add((await hooks.make(hash, { scope, destination, headers })).id);
    touched.add(kept.id);
  }
  return touched;
}

const own = ({ hash, foreign }: Shop) =>
  hooks.ours(hash).filter(({ id }) => !foreign.some((other) => other.id === id));
/** Whether every wanted hook is there once, on, and delivers here. */
function isAllRight(shop: Shop): boolean {
  const destination = receiverUrlOf(config().appUrl, shop.hash);
  const right = own(shop).filter((hook) => hook.is_active && hook.destination === destination);
  const scopes = right.map(({ scope }) => scope).toSorted();
  return (
    own(shop).length === right.length && JSON.stringify(scopes) === JSON.stringify(STARTER_SCOPES.toSorted())
  );
}

async function live(shop: Shop, call: CallName, odd: OddAnswer): Promise<void> {
  const { at, work } = CALLS[call];
  const touched = work === checkHooks ? await tamper(shop) : new Set<number>();
  const before = new Map(own(shop).map((hook) => [hook.id, structuredClone(hook)]));
  logged.length = 0;
  armed = { at, odd, times: 0 };
  const errors = await heard(() => work(shop));
  expect(armed.times, "times that it was answered oddly").toBeGreaterThan(0);
  armed = null;

  const statuses = errors.map((error) =>
    error.code.startsWith("HOOK") ? 409 : problemResponse(error).status,
  );
  expect(Math.max(0, ...statuses), "status of a problem").toBeLessThan(500);
  expect(
    logged.filter((line) => /"level":"(?:error|fatal)"|"level":[56]0/.test(line)),
    "faults in the log",
  ).toEqual([]);
  SubscriptionList.parse(await subscriptionList(shop.hash, new Date()));

  // Nothing that was right was taken away or sent elsewhere, nothing of others' was touched, and nothing is there twice.
  const { hooks: all } = app.simulator.world.state;
  for (const other of shop.foreign)
    expect(
      all.find(({ id }) => id === other.id),
      "another's hook",
    ).toEqual(other);
  for (const [id, { destination }] of before) {
    if (!touched.has(id))
      expect(all.find((hook) => hook.id === id)?.destination, "a right hook").toBe(destination);
  }
  const places = own(shop).map(({ scope, destination }) => `${scope} ${destination}`);
  const twice = places.filter((place, index) => places.indexOf(place) !== index);
  expect(
    twice.filter((place) => !place.startsWith(ORDER)),
    "hooks made twice",
  ).toEqual([]);

  const isSaid =
    errors.length > 0 ||
    logged.some((line) => /something odd|fewer webhooks|could not|was not to be had|refused/.test(line));
  // Another text in the place of one is a lie that nobody can tell from the truth.
  const isLie = "value" in odd && odd.value === "text";
  if (work === checkHooks && !isLie) expect(isAllRight(shop) || isSaid, "right, or said").toBe(true);

  // Once BigCommerce answers as it should, all is right again, and nothing is stuck.
  if (work === install) await app.install(shop.store);
  await checkHooks(shop);
  expect(isAllRight(shop), "all right in the end").toBe(true);
  expect(await subscriptionList(shop.hash, new Date())).not.toHaveProperty("unreadable");
  if (work === readThings) {
    aheadMs += 120_000;
    await readResources(shop.hash, { clock: ahead, patience });
    expect(await nextDue(shop.hash), "what is still to be read").toBeNull();
  }
}

test(
  "whatever BigCommerce answers, it is read right or plainly said, and nothing is done on a guess",
  { timeout: ANSWERS * 2_000 + 20_000 },
  async () => {
    process.stdout.write(`odd answers: ODD_SEED=${SEED}\n`);
    await app.control("/settings", { quotaPerWindow: 1_000_000 });
    let shop = await newShop();
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(calls, oddAnswer, async (call, odd) => {
        if (answers++ % PER_STORE === PER_STORE - 1) shop = await newShop();
        await live(shop, call, odd);
      }),
      { numRuns: ANSWERS, seed: SEED, endOnFailure: true },
    );
    await app.control("/settings", { quotaPerWindow: 450 });
  },
);

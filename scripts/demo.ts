import { z } from "zod";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { readBaseline } from "#lib/features/enrichment/baseline.ts";
import { newestEvent } from "#lib/features/events/list.records.ts";
import { makeDestination } from "#lib/features/destinations/change.ts";
import { BACKGROUND } from "#lib/platform/bigcommerce/retry.ts";
import { StoreHash } from "#lib/ids.ts";
import { findStore, saveDemoMark, storeCredentials } from "#lib/features/stores/records.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";

// Prepares the demo: one store at the simulator, the app installed in it, a week of events behind it, and a warehouse that
// its orders go on to. Run by the start script as a process of its own, with the app's environment. May be repeated: what is there is left alone.

const DEMO = { hash: StoreHash.parse("harborpine"), name: "Harbor & Pine" };
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const HISTORY_DAYS = 8;
/** Deliveries under way at once; the group commit makes few statements of them. */
const AT_ONCE = 100;
/** The bad hour lies this long ago: deliveries came late in it, and more than once. */
const BAD_HOUR_AGO_MS = 2 * DAY_MS + 5 * 60 * MINUTE_MS;

const { simulatorPort } = config();
const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;

async function control<T>(shape: z.ZodType<T>, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${simulatorUrl}/control/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`The simulator answered ${response.status} to ${path}: ${await response.text()}`);
  return shape.parse(await response.json());
}

async function prepare(): Promise<void> {
  const { stores } = await control(z.object({ stores: z.array(z.object({ hash: z.string() })) }), "stores");
  const isNew = !stores.some(({ hash }) => hash === DEMO.hash);
  if (isNew) await control(z.unknown(), "stores", DEMO);
  // A store whose owner removed the app stays as the owner wants it; one that was never here is installed.
  if (isNew || !(await findStore(DEMO.hash))) await control(z.unknown(), `stores/${DEMO.hash}/install`, {});
  const credentials = await storeCredentials(DEMO.hash);
  if (!credentials) return;
  await saveDemoMark(DEMO.hash);

  const now = new Date();
  const start = new Date(now.getTime() - HISTORY_DAYS * DAY_MS);
  if (await newestEvent(DEMO.hash, start)) return;
  await ensurePartitions(start, now);
  const history = await control(z.object({ bodies: z.array(z.string()) }), `stores/${DEMO.hash}/history`, {
    scopes: STARTER_SCOPES,
  });
  const arrivals = history.bodies
    .flatMap((body, index) => arrivalsOf(body, index, now))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  // What is stored last counts as the last event, and arrivals of one commit are stored in an order of their own.
  const newest = arrivals.pop();
  for (let first = 0; first < arrivals.length; first += AT_ONCE) {
    await Promise.all(
      arrivals.slice(first, first + AT_ONCE).map((arrival) => receive(arrival, credentials.webhookSecret)),
    );
  }
  if (newest) await receive(newest, credentials.webhookSecret);
  // The past was played in the shop just now: what happens from here on is told from how that left it.
  await readBaseline(DEMO.hash, { clock: () => new Date(), patience: BACKGROUND });
  await connectWarehouse();
}

const Person = z.object({ id: z.number(), email: z.string() });

/** Has the shop's orders and stock go on to a system at the simulator, as its owner would. */
async function connectWarehouse(): Promise<void> {
  const { owner } = await control(z.object({ owner: Person }), `stores/${DEMO.hash}`);
  const name = "Warehouse";
  const { url } = await control(z.object({ url: z.string() }), "receivers", { name, storeHash: DEMO.hash });
  const access = {
    storeHash: DEMO.hash,
    userId: String(owner.id),
    email: owner.email,
    isOwner: true,
    mayChangeWebhooks: true,
    locale: null,
    storeEpoch: 1,
    membershipEpoch: 1,
  };
  const eventTypes = ["store/order/*", "store/product/inventory/updated", "store/sku/inventory/updated"];
  const input = { name, url, eventTypes, kind: "http", payload: "full", startFrom: "now" } as const;
  await makeDestination(access, { ...input, eventTypes }, new Date());
}

interface PastArrival {
  body: string;
  at: Date;
}

const Body = z.object({ hash: z.string(), created_at: z.number() });

/** When a past event arrived, and arrived again: within seconds, save in the bad hour. */
function arrivalsOf(body: string, index: number, now: Date): PastArrival[] {
  const happenedMs = Body.parse(JSON.parse(body)).created_at * 1000;
  const badHour = now.getTime() - BAD_HOUR_AGO_MS;
  const isBad = happenedMs >= badHour && happenedMs < badHour + 60 * MINUTE_MS;
  const usual = 900 + ((index * 397) % 3_100);
  // Waits of the retry ladder: a minute, then four, then nine. Source: BigCommerce docs, Webhooks overview.
  const delaysMs = isBad
    ? [1, 4, 9].slice(0, 1 + (index % 3)).map((minutes) => minutes * MINUTE_MS + usual)
    : [usual];
  if (!isBad && index % 61 === 0) delaysMs.push(usual + 455);
  return delaysMs.map((delayMs) => ({ body, at: new Date(Math.min(happenedMs + delayMs, now.getTime())) }));
}

/** Hands an arrival to the receiver as if it came then: proven, parsed and committed like any other. */
async function receive({ body, at }: PastArrival, webhookSecret: string): Promise<void> {
  const bytes = Buffer.from(body);
  const { hash } = Body.parse(JSON.parse(body));
  const timestamp = Math.floor(at.getTime() / 1000);
  const headers = {
    "content-type": "application/json",
    "content-length": String(bytes.byteLength),
    "webhook-id": hash,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": sign(hash, timestamp, bytes, config().bigcommerce.clientSecret),
    [SECRET_HEADER]: webhookSecret,
  };
  const receipt = await (await receiver()).receive({ storeHash: DEMO.hash, headers, body: bytes }, at, true);
  if (receipt.outcome !== "stored") throw new Error(`the demo's past was not kept: ${receipt.outcome}`);
}

try {
  await prepare();
} finally {
  await closeReceiver();
  await closeNotifications();
  await closeDatabase();
  // Listening for the parent's end keeps a process alive; this one is done.
  process.channel?.unref();
}
